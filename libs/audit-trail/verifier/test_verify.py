"""Tests of verify.py, with nothing but the standard library: python3 -m unittest, in this folder.

The golden vectors beside it are those that the ledger is held to. Whole bundles, clean and tampered with, are given to
both verifiers by the tests of the ledger.
"""
import contextlib
import io
import json
import pathlib
import types
import unittest

import verify

VECTORS = pathlib.Path(__file__).resolve().parent.parent / "vectors"


def vectors(name):
    return json.loads((VECTORS / f"{name}.json").read_text(encoding="utf-8"))


def event_of(vector):
    members = dict(vector["event"])
    members.update({name: members[name].encode("utf-8") for name in ("data", "metadata")})
    return types.SimpleNamespace(**members)


class Signatures(unittest.TestCase):
    def test_known_answers_of_rfc_8032_hold_and_nothing_beside_them(self):
        for case in vectors("ed25519")["cases"]:
            key, message, signature = (bytes.fromhex(case[name]) for name in ("publicKey", "message", "signature"))
            self.assertTrue(verify.ed25519_verify(key, message, signature))
            self.assertFalse(verify.ed25519_verify(key, message + b"\0", signature))
            for place in range(64):
                changed = signature[:place] + bytes([signature[place] ^ 1]) + signature[place + 1:]
                self.assertFalse(verify.ed25519_verify(key, message, changed))

    def test_a_second_spelling_of_the_number_is_refused(self):
        case = vectors("ed25519")["cases"][0]
        key, signature = bytes.fromhex(case["publicKey"]), bytes.fromhex(case["signature"])
        s = int.from_bytes(signature[32:], "little") + verify.L
        self.assertFalse(verify.ed25519_verify(key, b"", signature[:32] + s.to_bytes(32, "little")))

    def test_other_lengths_and_what_is_no_point_are_refused(self):
        case = vectors("ed25519")["cases"][0]
        key, signature = bytes.fromhex(case["publicKey"]), bytes.fromhex(case["signature"])
        self.assertFalse(verify.ed25519_verify(key, b"", signature[:63]))
        self.assertFalse(verify.ed25519_verify(key, b"", signature + b"\0"))
        self.assertFalse(verify.ed25519_verify(key[:31], b"", signature))
        self.assertFalse(verify.ed25519_verify(bytes([2]) + bytes(31), b"", signature))
        self.assertFalse(verify.ed25519_verify((verify.P + 1).to_bytes(32, "little"), b"", signature))


class Findings(unittest.TestCase):
    def test_signs_that_act_on_a_terminal_are_shown_and_not_sent(self):
        said = io.StringIO()
        with contextlib.redirect_stdout(said):
            verify.Report(False).finding("manifest-mismatch", "It is \x1b[2Jgone\nNothing was found.", "a\r\x9bb")
        self.assertEqual(said.getvalue(),
                         "a\\x0d\\x9bb: It is \\x1b[2Jgone\\x0aNothing was found. (manifest-mismatch)\n")


class Hashes(unittest.TestCase):
    def test_digests_and_leaves_are_the_golden_ones(self):
        for vector in vectors("events"):
            with self.subTest(vector["name"]):
                self.assertEqual(verify.event_digest(event_of(vector)), vector["digest"])
                self.assertEqual(verify.leaf_hash(event_of(vector)).hex(), vector["leaf"])

    def test_a_bundle_line_gives_the_same_leaf(self):
        for vector in vectors("events"):
            line = dict(vector["event"])
            line.update({name: verify.base64.b64encode(line[name].encode("utf-8")).decode()
                         for name in ("data", "metadata")})
            event = verify.read_event(verify.spelt(line).encode("utf-8"))
            self.assertEqual(verify.leaf_hash(event).hex(), vector["leaf"])

    def test_roots_are_those_of_certificate_transparency(self):
        known, tree = vectors("trees")["certificateTransparency"], verify.Tree()
        for entry, root in zip(known["inputs"], known["roots"]):
            tree.append(verify.hashlib.sha256(b"\0" + bytes.fromhex(entry)).digest())
            self.assertEqual(tree.root().hex(), root)

    def test_roots_up_to_a_thousand_leaves_are_the_golden_ones(self):
        roots, tree = vectors("trees")["counted"]["roots"], verify.Tree()
        for index in range(1001):
            if str(index) in roots:
                self.assertEqual(tree.root().hex(), roots[str(index)])
            tree.append(verify.hashlib.sha256(b"\0%d" % index).digest())


class Checkpoints(unittest.TestCase):
    def setUp(self):
        golden = vectors("checkpoints")
        self.keys = {key["keyId"]: verify.parse_key(key["verifierKey"]) for key in golden["keys"]}
        self.golden = golden

    def test_keys_are_read(self):
        for key in self.golden["keys"]:
            name, identity, public_key = self.keys[key["keyId"]]
            self.assertEqual((name, identity.hex(), public_key.hex()), (key["name"], key["keyId"], key["publicKey"]))

    def test_what_is_no_key_is_refused(self):
        good = self.golden["keys"][0]["verifierKey"]
        name, identity, encoded = good.split("+", 2)
        for text in ("", name, f"{name}+{identity}", f"{name}x+{identity}+{encoded}", f"a b+{identity}+{encoded}",
                     f"{name}+{identity.upper()}+{encoded}", good[:-4], self.golden["keys"][0]["signingKey"]):
            with self.assertRaises(ValueError):
                verify.parse_key(text)

    def test_golden_notes_are_read_and_their_signatures_hold(self):
        for vector in self.golden["checkpoints"]:
            note, expected = verify.Checkpoint(vector["note"].encode("utf-8"), "f", 1), vector["checkpoint"]
            self.assertEqual(note.text, vector["text"])
            self.assertEqual((note.origin, note.size, note.root.hex(), note.time),
                             tuple(expected[name] for name in ("origin", "size", "root", "time")))
            access = expected.get("access")
            self.assertEqual(note.access, (access["size"], bytes.fromhex(access["root"])) if access else None)
            self.assertEqual([identity.hex() for _, identity, _ in note.signatures], vector["keys"])
            for _, identity, signature in note.signatures:
                key, signed = self.keys[identity.hex()][2], note.text.encode("utf-8")
                self.assertTrue(verify.ed25519_verify(key, signed, signature))
                self.assertFalse(verify.ed25519_verify(key, signed[:-1], signature))


class CanonicalJson(unittest.TestCase):
    def test_canonical_bytes_are_read(self):
        for text in ("null", "true", '"\u0e01\u2028\x7f"', '{"a":[1,-2,{}],"b":""}', '{"\U0001f600":1,"\ufb33":2}',
                     '"\\u0000\\b\\t\\n\\f\\r\\"\\\\/\\u001f"', "[" * 64 + "]" * 64, "9007199254740991"):
            self.assertEqual(verify.spelt(verify.read_canonical(text.encode("utf-8"))), text)

    def test_everything_else_is_refused(self):
        for text in ("", " null", "1.0", "-0", "0.5", "1e2", "9007199254740992", "NaN", '{"b":1,"a":2}', '{"a":1,"a":1}',
                     '{"\ufb33":1,"\U0001f600":2}', '"\\u0061"', '"\\u001F"', '"\\/"', '{"7":1}', '{"__proto__":1}',
                     '"\\ud83d"', "[" * 65 + "]" * 65, "[" * 100000, '{"a": 1}', "\ufeff1"):
            with self.subTest(text[:20]), self.assertRaises(ValueError):
                verify.read_canonical(text.encode("utf-8"))
        with self.assertRaises(ValueError):
            verify.read_canonical(b'"\xff"')


A, B = {"amount": "10.00"}, {"amount": "10.00", "commitment": "PO-1"}
REQUEST, ORDER = {"stage": "request", "number": "1"}, {"stage": "commitment", "number": "2"}
QUARTERS = {"Q1": "1.00", "Q2": "2.00", "Q3": "3.00", "Q4": "4.00"}

# Type, data, and what moves in satang: budget, committed and disbursed.
MOVED = [
    ("BudgetAllocated", A, (1000, 0, 0)), ("BudgetSupplemented", A, (1000, 0, 0)), ("BudgetCut", A, (-1000, 0, 0)),
    ("BudgetTransferredIn", A, (1000, 0, 0)), ("BudgetTransferredOut", A, (-1000, 0, 0)),
    ("BudgetLapsed", A, (-1000, 0, 0)), ("BudgetReturned", A, (-1000, 0, 0)), ("BudgetReleased", A, (0, 0, 0)),
    ("CommitmentMade", A, (0, 1000, 0)), ("CommitmentAmended", {"change": "-1.25"}, (0, -125, 0)),
    ("CommitmentReleased", A, (0, -1000, 0)), ("CommitmentReversed", A, (0, -1000, 0)),
    ("WorkAccepted", {"amount": "9.00", "draws": {"amount": "10.00"}}, (0, -100, 0)),
    ("AcceptanceReversed", {"amount": "9.00", "restores": {"amount": "10.00"}}, (0, 100, 0)),
    ("AcceptanceReversed", {"amount": "9.00"}, (0, -900, 0)), ("AcceptanceReleased", A, (0, -1000, 0)),
    ("DisbursementMade", A, (0, 0, 1000)), ("DisbursementMade", B, (0, -1000, 1000)),
    ("DisbursementMade", {"amount": "10.00", "acceptance": "A", "drawn": "12.00"}, (0, -1200, 1000)),
    ("DisbursementReversed", A, (0, 0, -1000)), ("DisbursementReversed", B, (0, 1000, -1000)),
    ("DisbursementReversed", {**B, "restored": "12.00", "reopened": "0.50"}, (0, 1250, -1000)),
    ("DisbursementRefunded", B, (0, 0, -1000)), ("AdvancePaid", A, (0, 0, 1000)), ("AdvanceReturned", A, (0, 0, -1000)),
    ("AdvanceCleared", {"spent": "9.00", "excess": "1.00", "returned": "3.00"}, (0, 0, -200)),
    ("AdvanceClearingReversed", {"spent": "9.00", "excess": "1.00", "returned": "3.00"}, (0, 0, 200)),
    ("CommitmentBroughtForward", A, (1000, 0, 0)), ("CommitmentBroughtForward", {**A, "document": ORDER}, (1000, 1000, 0)),
    ("CommitmentBroughtForward", {**A, "document": REQUEST}, (1000, 0, 0)),
    ("BroughtForwardReturned", {**A, "document": ORDER}, (-1000, -1000, 0)),
    ("CommitmentCarriedForward", {**A, "document": ORDER}, (-1000, -1000, 0)),
    ("DocumentReleasedAtYearEnd", {**A, "document": ORDER}, (0, -1000, 0)),
    ("ReservationLapsed", {"amount": "10.00", "documents": [{"document": ORDER, "amount": "4.00"},
                                                            {"document": REQUEST, "amount": "5.00"}]}, (-1000, -400, 0)),
    ("YearEndStepReversed", {"of": "BudgetLapsed", "undone": A}, (1000, 0, 0)), ("GuaranteeHeld", A, (0, 0, 0))]


class Totals(unittest.TestCase):
    def count(self, *events):
        totals = verify.Totals()
        for stream, kind, data, date in events:
            totals.count(types.SimpleNamespace(stream=stream, type=kind, effectiveOn=date, schemaVersion=1), data)
        return totals.rows

    def test_each_event_moves_what_the_format_says(self):
        for kind, data, expected in MOVED:
            with self.subTest(kind):
                moved = {"budget": 0, "committed": 0, "disbursed": 0}
                for measure, quarter, amount in verify.movements(kind, data):
                    self.assertIsNone(quarter)
                    moved[measure] += amount
                self.assertEqual(tuple(moved.values()), expected)

    def test_plans_and_corrections_name_their_quarters(self):
        rows = self.count(
            ("budgetaccount-a.2569.P", "QuarterlyPlanSet", {"quarters": QUARTERS}, "2025-10-01"),
            ("budgetaccount-a.2569.P", "QuarterlyPlanRevised",
             {"quarters": {**QUARTERS, "Q4": "5.00"}, "previous": QUARTERS}, "2026-01-01"),
            ("budgetaccount-a.2569.P", "QuarterCorrected",
             {"quarter": "Q1", "disbursed": "-0.50", "committed": "0.50"}, "2026-03-01"))
        self.assertEqual(rows[("a", 2569, "P", "Q1")], [100, 0, 50, -50])
        self.assertEqual(rows[("a", 2569, "P", "Q4")], [500, 0, 0, 0])

    def test_quarters_follow_the_calendar_of_the_organisation(self):
        def quarters(calendar, year, *dates):
            return [verify.quarter_of(date, year, *calendar) for date in dates]
        self.assertEqual(quarters((10, "BE"), 2569, "2025-10-01", "2025-12-31", "2026-01-01", "2026-09-30", "2026-10-01"),
                         ["Q1", "Q1", "Q2", "Q4", "after"])
        self.assertEqual(quarters((1, "CE"), 2026, "2026-01-01", "2026-12-31", "2027-01-01"), ["Q1", "Q4", "after"])
        rows = self.count(("organisation-x", "OrganisationRegistered", {"startMonth": 1, "era": "CE"}, "2026-01-01"),
                          ("budgetaccount-x.2026.P.1", "BudgetAllocated", A, "2026-12-31"),
                          ("kpi-x.2026.P.1", "KpiDefined", {}, "2026-12-31"))
        self.assertEqual(rows, {("x", 2026, "P.1", "Q4"): [0, 1000, 0, 0]})

    def test_what_cannot_be_counted_is_told(self):
        for kind, data in (("Unheard", A), ("BudgetAllocated", {}), ("BudgetAllocated", {"amount": 10}),
                           ("BudgetAllocated", {"amount": "1.0"}), ("BudgetAllocated", {"amount": "-0.00"})):
            with self.assertRaises(ValueError):
                verify.movements(kind, data)


if __name__ == "__main__":
    unittest.main()
