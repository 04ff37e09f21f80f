"""Runs the independent verifier over many bundles in one process: one JSON object a bundle."""
import contextlib
import importlib.util
import io
import json
import sys

spec = importlib.util.spec_from_file_location("verify", sys.argv[1])
verify = importlib.util.module_from_spec(spec)
spec.loader.exec_module(verify)

flags = [word for word in sys.argv[2:] if word.startswith("--")]
for bundle in (word for word in sys.argv[2:] if not word.startswith("--")):
    out, err = (io.TextIOWrapper(io.BytesIO(), encoding="utf-8") for _ in range(2))
    with contextlib.redirect_stdout(out), contextlib.redirect_stderr(err):
        code = verify.main([bundle, "--json", *flags])
    out.seek(0)
    findings = [json.loads(line) for line in out if line.startswith("{")]
    print(json.dumps({"bundle": bundle, "code": code, "findings": findings}), flush=True)
