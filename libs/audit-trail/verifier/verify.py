#!/usr/bin/env python3
"""Checks a bundle of an Obligo ledger, offline, for those who do not trust the software that wrote it.

It needs Python 3.8 or later and nothing else. It follows the description of the format
(docs/audit-trail-format.md) and shares no code with the ledger's own verifier.

How to read it: Ed25519, base64 and JSON, hashes and the tree, keys and signed checkpoints, the events of a
log, the totals, and at the end the checks of a bundle in the order in which they run. An event is held only
while it is checked. What stays is a few dozen bytes for each event's identity, the end of each stream, the
checkpoints and the totals.
"""
import argparse
import base64
import datetime
import hashlib
import json
import os
import re
import stat
import struct
import sys
import time
import types

CLEAN, CANNOT_READ, WRONG_USE, FINDINGS = 0, 1, 2, 6
LARGEST = 2**53 - 1
LONGEST_LINE = 16 * 1024 * 1024
LONGEST_NOTE = 64 * 1024
LONGEST_TEXT = 64 * 1024 * 1024
OUTSIDE = "outside"


# ---- Ed25519: verification (RFC 8032, sections 5.1.7 and 6)

P = 2**255 - 19
L = 2**252 + 27742317777372353535851937790883648493
D = -121665 * pow(121666, P - 2, P) % P
ROOT_OF_MINUS_ONE = pow(2, (P - 1) // 4, P)


def point_add(a, b):
    """Adds two points in extended coordinates (X, Y, Z, T) with x = X/Z, y = Y/Z, x*y = T/Z."""
    e, f = (a[1] - a[0]) * (b[1] - b[0]) % P, (a[1] + a[0]) * (b[1] + b[0]) % P
    g, h = 2 * a[3] * b[3] * D % P, 2 * a[2] * b[2] % P
    i, j, k, m = f - e, h - g, h + g, f + e
    return (i * j % P, k * m % P, j * k % P, i * m % P)


def point_multiply(factor, point):
    product = (0, 1, 1, 0)
    while factor > 0:
        if factor & 1:
            product = point_add(product, point)
        point = point_add(point, point)
        factor >>= 1
    return product


def point_equal(a, b):
    return (a[0] * b[2] - b[0] * a[2]) % P == 0 and (a[1] * b[2] - b[1] * a[2]) % P == 0


def point_decode(encoded):
    """The point of 32 bytes, or None when they encode none."""
    y = int.from_bytes(encoded, "little")
    sign, y = y >> 255, y & (1 << 255) - 1
    if len(encoded) != 32 or y >= P:
        return None
    x_squared = (y * y - 1) * pow(D * y * y + 1, P - 2, P) % P
    x = pow(x_squared, (P + 3) // 8, P)
    if (x * x - x_squared) % P != 0:
        x = x * ROOT_OF_MINUS_ONE % P
    if (x * x - x_squared) % P != 0 or (x == 0 and sign == 1):
        return None
    return (x, y, 1, x * y % P) if x & 1 == sign else (P - x, y, 1, (P - x) * y % P)


BASE = point_decode((4 * pow(5, P - 2, P) % P).to_bytes(32, "little"))


def is_small(point):
    """Whether eight times the point is the neutral one."""
    return point_equal(point_multiply(8, point), (0, 1, 1, 0))


def ed25519_verify(public_key, message, signature):
    """Whether the signature of 64 bytes over the message was made with the private half of the public key."""
    key, commitment = point_decode(public_key), point_decode(signature[:32])
    s = int.from_bytes(signature[32:], "little")
    if len(signature) != 64 or key is None or commitment is None or s >= L:
        return False
    # Of a point of small order anybody can make signatures, without any private half.
    if is_small(key) or is_small(commitment):
        return False
    challenge = int.from_bytes(hashlib.sha512(signature[:32] + public_key + message).digest(), "little") % L
    return point_equal(point_multiply(s, BASE), point_add(commitment, point_multiply(challenge, key)))


# ---- Base64 and JSON: what is spelt in another way is another text


def strict_base64(text):
    """The bytes of padded base64; raises ValueError for any other spelling of them."""
    raw = base64.b64decode(text, validate=True)
    if base64.b64encode(raw).decode() != text:
        raise ValueError("it is not the base64 of its bytes")
    return raw


ENCODER = json.JSONEncoder(ensure_ascii=False, separators=(",", ":"))
ARRAY_INDEX = re.compile("(?:0|[1-9][0-9]*)")


def read_json(raw):
    """JSON in UTF-8; raises ValueError."""
    try:
        return json.loads(raw.decode("utf-8"))
    except RecursionError:
        raise ValueError("it is nested too deeply") from None


def spelt(value):
    """The shortest JSON text of a value, its members in the order in which they were read."""
    return ENCODER.encode(value)


def read_canonical(raw):
    """Canonical JSON (RFC 8785) as the log takes it; raises ValueError when the bytes are anything else."""
    value = read_json(raw)
    assert_canonical(value, 1)
    if spelt(value).encode("utf-8") != raw:
        raise ValueError("it is written in another way than RFC 8785")
    return value


def assert_canonical(value, level):
    if isinstance(value, str):
        value.encode("utf-8")  # raises for half of a surrogate pair
    elif isinstance(value, float) or isinstance(value, int) and abs(value) > LARGEST:
        raise ValueError("a number is no whole number within 2^53 - 1")
    elif isinstance(value, (list, dict)) and level > 64:
        raise ValueError("it is nested deeper than 64 levels")
    elif isinstance(value, list):
        for item in value:
            assert_canonical(item, level + 1)
    elif isinstance(value, dict):
        names = list(value)
        if names != sorted(names, key=by_utf16):
            raise ValueError("its names are not sorted by UTF-16 code units")
        for name, member in value.items():
            if name == "__proto__" or ARRAY_INDEX.fullmatch(name):
                raise ValueError(f"it has the name {name}, which does not survive every reader")
            assert_canonical(member, level + 1)


def by_utf16(text):
    return text.encode("utf-16-be")


# ---- The forms of what a bundle holds

DATE = re.compile("[0-9]{4}-[0-9]{2}-[0-9]{2}")
INSTANT = re.compile(r"(.{10})T([01][0-9]|2[0-3]):[0-5][0-9]:[0-5][0-9]\.[0-9]{3}Z")


def is_date(value):
    try:
        return isinstance(value, str) and bool(DATE.fullmatch(value) and datetime.date.fromisoformat(value))
    except ValueError:
        return False


def is_instant(value):
    match = INSTANT.fullmatch(value) if isinstance(value, str) else None
    return bool(match) and is_date(match.group(1))


def is_count(value):
    return type(value) is int and 0 <= value <= LARGEST


def is_name(value):
    """A stream or a type; lengths count UTF-16 code units."""
    return isinstance(value, str) and "\0" not in value and 1 <= len(by_utf16(value)) // 2 <= 1024


def is_text(value):
    return isinstance(value, str)


def like(pattern):
    """Texts that match a pattern from end to end."""
    return lambda value: isinstance(value, str) and re.fullmatch(pattern, value) is not None


is_key_name = like("[!-*,-~]{1,255}")
is_hash = like("[A-Za-z0-9+/]{43}=")

# The members of each object, in their order.
EVENT = {
    "stream": is_name, "revision": is_count, "id": like("[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}"), "type": is_name,
    "schemaVersion": lambda value: is_count(value) and value > 0, "effectiveOn": is_date, "recordedAt": is_instant,
    "bookedAt": is_instant, "data": is_text, "metadata": is_text}
TREE = {"size": is_count, "root": is_hash}
FILE = {
    "name": like("(?:(?:schemas|timestamps)/)?[A-Za-z0-9][A-Za-z0-9._-]{0,199}"), "bytes": is_count,
    "sha256": like("[0-9a-f]{64}")}
MANIFEST = {
    "schema": like("obligo\\.bundle/1"), "origin": is_key_name, "events": is_count, "leaves": TREE, "access": TREE,
    "files": [FILE], "createdAt": is_instant}
is_amount = like(r"(?!-0\.00$)-?(?:0|[1-9][0-9]{0,15})\.[0-9]{2}")
ROW = {
    "organisation": is_text, "fiscalYear": is_count, "project": is_text, "quarter": like("Q[1-4]|after"),
    "plan": is_amount, "budget": is_amount, "committed": is_amount, "disbursed": is_amount}


def assert_form(value, form, name="it"):
    """Raises ValueError when a value is not of a form: a check, a list of one form, or members by their names."""
    if isinstance(form, list) and isinstance(value, list):
        for each in value:
            assert_form(each, form[0], name)
    elif isinstance(form, dict) and isinstance(value, dict) and list(value) == list(form):
        for member in form:
            assert_form(value[member], form[member], member)
    elif isinstance(form, (list, dict)) or not form(value):
        raise ValueError(f"{name} is not of its form")


# ---- Hashes: the digest that links a stream, the leaf, and the tree of RFC 6962


def length_prefixed(*fields):
    parts = [field if isinstance(field, bytes) else str(field).encode("utf-8") for field in fields]
    return b"".join(struct.pack(">I", len(part)) + part for part in parts)


def event_digest(event):
    """What the next event of the stream carries as `previous`, in hex; it holds nothing that the store decides."""
    return hashlib.sha256(b"obligo/event/1\n" + length_prefixed(
        event.stream, event.revision, event.id, event.type, event.schemaVersion, event.data, event.metadata)).hexdigest()


def leaf_hash(event):
    return hashlib.sha256(b"\x00obligo/leaf/1\n" + length_prefixed(
        event.stream, event.revision, event.id, event.type, event.schemaVersion, event.effectiveOn, event.recordedAt,
        event.bookedAt, event.data, event.metadata)).digest()


def node_hash(left, right):
    return hashlib.sha256(b"\x01" + left + right).digest()


NO_LEAF = bytes(32)


class Tree:
    """A Merkle tree that only grows, held as the roots of its full subtrees, the largest first."""

    def __init__(self):
        self.size, self.peaks = 0, []

    def append(self, leaf):
        self.peaks.append(leaf)
        self.size += 1
        rest = self.size
        while rest % 2 == 0:
            right = self.peaks.pop()
            self.peaks.append(node_hash(self.peaks.pop(), right))
            rest //= 2

    def root(self):
        if not self.peaks:
            return hashlib.sha256(b"").digest()
        root = self.peaks[-1]
        for left in reversed(self.peaks[:-1]):
            root = node_hash(left, root)
        return root


# ---- Keys and signed checkpoints (C2SP signed-note and tlog-checkpoint)

CONTROL = re.compile("[\x00-\x09\x0b-\x1f\x7f-\x9f]")
SIZE = re.compile("0|[1-9][0-9]{0,15}")


def key_id(name, public_key):
    return hashlib.sha256(name.encode() + b"\n\x01" + public_key).digest()[:4]


def parse_key(text):
    """Name, key id and public key of `<name>+<key id>+<base64>`; raises ValueError."""
    name, identity, encoded = text.split("+", 2)
    raw = strict_base64(encoded)
    if not is_key_name(name) or len(raw) != 33 or raw[0] != 1:
        raise ValueError("it is no Ed25519 key with a name")
    if key_id(name, raw[1:]).hex() != identity:
        raise ValueError("its key id is that of another name or key")
    return name, bytes.fromhex(identity), raw[1:]


KEY_END = re.compile(r"([^ ]*)(?: until ([^ ]+) (rotated|lost))?")


def parse_listed_key(line):
    """Name, key id, public key and end of a line of a list: (until, how), or None; raises ValueError."""
    match = KEY_END.fullmatch(line)
    if not match or match.group(2) is not None and not is_instant(match.group(2)):
        raise ValueError("after the key stands neither nothing nor until, an instant and rotated or lost")
    return (*parse_key(match.group(1)), match.group(2) and match.group(2, 3))


def key_name(key):
    return f"{key[0]}+{key[1].hex()}"


class Turns:
    """
    Which keys sign, followed from checkpoint to checkpoint: from the first one that a new key signs, the keys before it
    sign no more; that one they may sign, too.
    """

    def __init__(self):
        self.current, self.ends, self.sizes = set(), {}, {}

    def past(self, signers):
        return [key for key in signers if key in self.sizes and key not in self.current]

    def take(self, checkpoint, signers):
        begun = {key for key in signers if key not in self.sizes}
        if begun:
            for key in self.current:
                self.ends[key] = (checkpoint.time, "rotated" if key in signers else "lost")
            self.current = begun
        self.sizes.update((key, checkpoint.size) for key in signers)

    def compare(self, keys, name, report):
        """The list beside the checkpoints says what they say; lists of before have no ends."""
        for key, (_, end, number) in keys.items() if self.sizes else ():
            if key not in self.sizes:
                report.finding("keys-differ", f"{key_name(key)} is listed, and signed no checkpoint.", name, number)
            elif end is not None and end != self.ends.get(key):
                report.finding("keys-differ", f"{key_name(key)} is listed until {end[0]}, {end[1]}; the checkpoints tell "
                               "another end, or none.", name, number)

    def notices(self):
        return [f"The key {key_name(key)} was lost or stolen at {end[0]}: whoever has it could have signed the first "
                f"{self.sizes[key]:,} events anew. Compare with a checkpoint or a time-stamp that was kept elsewhere."
                for key, end in self.ends.items() if end[1] == "lost"]


def parse_head(size, root):
    """A size and a root as a checkpoint writes them; raises ValueError."""
    if not SIZE.fullmatch(size) or int(size) > LARGEST or len(strict_base64(root)) != 32:
        raise ValueError("it states no size and root of a tree")
    return int(size), strict_base64(root)


class Checkpoint:
    """Reads a signed note; raises ValueError that says what is wrong with it."""

    def __init__(self, note, file, line):
        self.file, self.line = file, line
        text = note.decode("utf-8")
        end = text.rfind("\n\n")
        if len(note) > LONGEST_NOTE or CONTROL.search(text) or end < 0 or not text.endswith("\n"):
            raise ValueError("it is not a text, an empty line and lines of signatures")
        self.text = text[:end + 1]
        self.signatures = [self.read_signature(each) for each in text[end + 2:-1].split("\n")]
        if len(self.signatures) > 100 or len({each[:2] for each in self.signatures}) < len(self.signatures):
            raise ValueError("it has more than 100 signatures, or two of one key")
        lines = self.text.split("\n")[:-1]
        if len(lines) < 3 or "" in lines or not is_key_name(lines[0]):
            raise ValueError("it lacks an origin, a size or a root")
        self.origin = lines[0]
        self.size, self.root = parse_head(lines[1], lines[2])
        times = [each[5:] for each in lines[3:] if each.startswith("time ")]
        if len(times) != 1 or not is_instant(times[0]):
            raise ValueError("it does not state its time once, in UTC with milliseconds")
        self.time, self.access = times[0], None
        access = [each[7:].split(" ") for each in lines[3:] if each.startswith("access ")]
        if access:
            if len(access) > 1 or len(access[0]) != 2:
                raise ValueError("its access line is not a size and a root")
            self.access = parse_head(*access[0])

    @staticmethod
    def read_signature(line):
        words = line[2:].split(" ")
        if not line.startswith("\u2014 ") or len(words) != 2 or not is_key_name(words[0]):
            raise ValueError("a line of a signature is not of its form")
        raw = strict_base64(words[1])
        if len(raw) <= 4:
            raise ValueError("a signature is too short")
        return words[0], raw[:4], raw[4:]


# ---- The events of a log


def read_event(raw):
    """One line of a log; raises ValueError that says what is wrong with it."""
    line = read_json(raw)
    assert_form(line, EVENT)
    if spelt(line).encode("utf-8") != raw:
        raise ValueError("it is not spelt as it must be")
    line["data"], line["metadata"] = strict_base64(line["data"]), strict_base64(line["metadata"])
    return types.SimpleNamespace(**line)


def read_contents(event, faults):
    """Data and metadata, None where they cannot be read; adds what is wrong with them to the faults."""
    data, metadata, part = None, None, "metadata"
    try:
        metadata = read_canonical(event.metadata)
        part = "data"
        data = read_canonical(event.data)
    except ValueError as error:
        faults.append(("not-canonical", f"its {part} are not canonical JSON: {error}"))
        if part == "metadata":
            return None, None
    if not isinstance(metadata, dict):
        faults.append(("event-malformed", "its metadata are no object"))
    elif metadata.get("effectiveOn") != event.effectiveOn:
        faults.append(("event-malformed", "its metadata name another business date"))
    elif event.bookedAt > event.recordedAt:
        faults.append(("event-malformed", "it was booked after it was recorded"))
    elif metadata.get("imported") is not True and event.bookedAt != event.recordedAt:
        faults.append(("event-malformed", "it was booked before it was recorded, and is not imported"))
    return data, metadata


def lines_of(file):
    """The lines of a file without their newline, each with what is wrong with it; None for one that is too long."""
    while True:
        line = file.readline(LONGEST_LINE + 1)
        if not line:
            return
        if line.endswith(b"\n"):
            yield line[:-1], None
        elif len(line) <= LONGEST_LINE:
            yield line, "its last newline is missing"
        else:
            while line and not line.endswith(b"\n"):
                line = file.readline(LONGEST_LINE)
            yield None, "it is longer than a line can be"


class LogCheck:
    """Checks the events of one log as they come, and grows the tree over them."""

    def __init__(self, name, report):
        self.name, self.report, self.tree = name, report, Tree()
        self.ends, self.ids = {}, set()
        self.recorded_at = self.booked_at = ""

    def take(self, raw, fault):
        """Takes the next line. Returns the event and its data when nothing is wrong with its form, else None."""
        number = self.tree.size + 1
        try:
            if raw is None:
                raise ValueError(fault)
            event = read_event(raw)
        except ValueError as error:
            self.report.finding("event-malformed", f"Line {number} is no event: {error}.", self.name, number)
            self.tree.append(NO_LEAF)
            return None
        faults = [("event-malformed", fault)] if fault is not None else []
        data, metadata = read_contents(event, faults)
        readable = not any(code != "event-malformed" or what is not fault for code, what in faults)
        faults += self.faults_of_place(event, metadata)
        for code, what in faults:
            self.report.finding(code, f"Event {event.revision} of {event.stream}: {what}.", self.name, number,
                                event.stream, event.revision)
        self.ids.add(int(event.id.replace("-", ""), 16))
        self.ends[event.stream] = (event.revision, event_digest(event))
        self.recorded_at, self.booked_at = event.recordedAt, event.bookedAt
        self.tree.append(leaf_hash(event))
        return (event, data) if readable else None

    def faults_of_place(self, event, metadata):
        revision, digest = self.ends.get(event.stream, (-1, None))
        if int(event.id.replace("-", ""), 16) in self.ids:
            yield "duplicate-event", f"the id {event.id} stands before"
        if event.revision != revision + 1:
            yield "revision-gap", f"revision {revision + 1} was expected"
        if isinstance(metadata, dict):
            if digest is None and "previous" in metadata:
                yield "link-broken", "it follows an event that is not there"
            elif digest is not None and metadata.get("previous") != digest:
                yield "link-broken", "its previous is not the digest of the event before it in its stream"
        if event.recordedAt < self.recorded_at:
            yield "recorded-at-goes-back", f"{event.recordedAt} comes after {self.recorded_at}"
        if event.bookedAt < self.booked_at:
            yield "booked-at-goes-back", f"{event.bookedAt} comes after {self.booked_at}"


# ---- Totals: what each event moves (docs/audit-trail-format.md, "Totals")

MEASURES = ("plan", "budget", "committed", "disbursed")
QUARTERS = ("Q1", "Q2", "Q3", "Q4")

# Events, and what they move, as terms over their data. `a|b` is b where a is missing; `a?` is 0 where it is missing.
# `@paid` counts only where the data name a commitment or an acceptance, `@past-request` only where `document` is
# there and its stage is not `request`.
MOVES = """
BudgetAllocated BudgetSupplemented BudgetTransferredIn BudgetBroughtForward: budget +amount
BudgetCut BudgetTransferredOut BudgetReturned BudgetLapsed BudgetCarriedForward: budget -amount
CommitmentMade: committed +amount
CommitmentAmended: committed +change
CommitmentReleased CommitmentReversed AcceptanceReleased: committed -amount
WorkAccepted: committed +amount, committed -draws.amount
AcceptanceReversed: committed +restores.amount?, committed -amount
DisbursementMade: disbursed +amount, committed -drawn|amount@paid
DisbursementReversed: disbursed -amount, committed +restored|amount@paid, committed +reopened?@paid
DisbursementRefunded AdvanceReturned: disbursed -amount
AdvancePaid: disbursed +amount
AdvanceCleared: disbursed +excess, disbursed -returned
AdvanceClearingReversed: disbursed +returned, disbursed -excess
CommitmentBroughtForward: budget +amount, committed +amount@past-request
BroughtForwardReturned CommitmentCarriedForward: budget -amount, committed -amount@past-request
DocumentReleasedAtYearEnd: committed -amount@past-request
BudgetAccountOpened BudgetEstimated BudgetReleased TransferReported RequestMade RequestReleased: nothing
ContractYearTakenUp OffBudgetLineNoted GuaranteeHeld HeldCashReturned: nothing
YearEndReserved ReservationConfirmed ReservationExtended YearClosed: nothing
"""
TERM = re.compile(r"(plan|budget|committed|disbursed) ([+-])([a-z.|]+)(\??)(?:@([a-z-]+))?")
TERMS = {name: TERM.findall(moves) for line in MOVES.split("\n") if line
         for names, moves in [line.split(": ")] for name in names.split()}


def satang(text):
    """Baht with two decimals as whole satang; raises ValueError."""
    assert_form(text, is_amount, "an amount")
    return int(text.replace(".", ""))


def baht(amount):
    return f"{'-' if amount < 0 else ''}{abs(amount) // 100}.{abs(amount) % 100:02d}"


def amount_of(sign, names, optional, condition, data):
    """The satang of one term; raises ValueError, KeyError, TypeError or AttributeError."""
    if condition == "paid" and "commitment" not in data and "acceptance" not in data:
        return 0
    if condition == "past-request" and data.get("document", {"stage": "request"})["stage"] == "request":
        return 0
    for name in names.split("|"):
        *owners, last = name.split(".")
        place = data
        for owner in owners:
            place = place.get(owner, {})
        if last in place:
            return satang(place[last]) * (1 if sign == "+" else -1)
    if optional:
        return 0
    raise ValueError(f"it has no {names}")


def movements(kind, data):
    """What an event moves: measure, quarter (None for that of its business date) and satang."""
    if kind == "YearEndStepReversed":
        return [(measure, quarter, -amount) for measure, quarter, amount in movements(data["of"], data["undone"])]
    if kind == "QuarterlyPlanSet":
        return [("plan", quarter, satang(data["quarters"][quarter])) for quarter in QUARTERS]
    if kind == "QuarterlyPlanRevised":
        return [("plan", quarter, satang(data["quarters"][quarter]) - satang(data["previous"][quarter]))
                for quarter in QUARTERS]
    if kind == "QuarterCorrected":
        return [(measure, data["quarter"], satang(data[measure])) for measure in ("disbursed", "committed")]
    if kind == "ReservationLapsed":
        documents = [movements("DocumentReleasedAtYearEnd", each) for each in data["documents"]]
        return sum(documents, [("budget", None, -satang(data["amount"]))])
    if kind not in TERMS:
        raise ValueError(f"{kind} is not known")
    return [(measure, None, amount_of(*term, data)) for measure, *term in TERMS[kind]]


def quarter_of(date, year, start_month, era):
    """The quarter of a day in a fiscal year; what comes after the year stands in none of its quarters."""
    month = int(date[5:7])
    fiscal_year = int(date[:4]) + (1 if start_month > 1 and month >= start_month else 0) + (543 if era == "BE" else 0)
    return "after" if fiscal_year > year else QUARTERS[(month - start_month) % 12 // 3]


class Totals:
    """Adds up what moved, by organisation, fiscal year, project and quarter, in the order of MEASURES."""

    def __init__(self):
        self.calendars, self.rows = {}, {}

    def count(self, event, data):
        """Raises ValueError, KeyError, TypeError or AttributeError when the event cannot be counted."""
        category, _, name = event.stream.partition("-")
        if category == "organisation":
            self.calendars[name] = (data["startMonth"], data["era"])
        if category != "budgetaccount":
            return
        organisation, year, project = name.split(".", 2)
        if event.schemaVersion != 1:
            raise ValueError(f"version {event.schemaVersion} of {event.type} is not known")
        own = quarter_of(event.effectiveOn, int(year), *self.calendars.get(organisation, (10, "BE")))
        for measure, quarter, amount in movements(event.type, data):
            row = self.rows.setdefault((organisation, int(year), project, quarter or own), [0, 0, 0, 0])
            row[MEASURES.index(measure)] += amount


def read_totals(raw):
    """The reported rows, each with its line; raises ValueError."""
    rows, found, before = read_json(raw), {}, None
    assert_form(rows, [ROW], "a row")
    lines = ",\n".join(map(spelt, rows))
    if raw != (f"[\n{lines}\n]\n" if rows else "[]\n").encode("utf-8"):
        raise ValueError("they are not spelt as they must be")
    for line, row in enumerate(rows, 2):
        key = (row["organisation"], row["fiscalYear"], row["project"], row["quarter"])
        order = (by_utf16(key[0]), key[1], by_utf16(key[2]), key[3])
        if before is not None and order <= before:
            raise ValueError(f"line {line} does not come after the one in front of it")
        found[key], before = ([satang(row[measure]) for measure in MEASURES], line), order
    return found


def check_totals(folder, replayed, report):
    try:
        raw = read_text(folder, "totals.json")
        if raw is None:
            return
        reported = read_totals(raw)
    except ValueError as error:
        report.finding("totals-differ", f"The totals cannot be read: {error}.", "totals.json")
        return
    for key in sorted(set(reported) | set(replayed)):
        (said, line), counted = reported.get(key, ([0, 0, 0, 0], None)), replayed.get(key, [0, 0, 0, 0])
        wrong = [f"{measure} is {baht(a)} and the events add up to {baht(b)}"
                 for measure, a, b in zip(MEASURES, said, counted) if a != b]
        if wrong:
            stream = f"budgetaccount-{key[0]}.{key[1]}.{key[2]}"
            report.finding("totals-differ", f"{key[3]}: {'; '.join(wrong)}.", "totals.json", line, stream)


# ---- The bundle


def shown(text):
    """A line for a terminal: signs that would act on it, or begin another line, are shown by their numbers."""
    return "".join(f"\\x{ord(sign):02x}" if CONTROL.match(sign) or sign == "\n" else sign for sign in text)


class Report:
    """Writes findings as they are found, as a sentence or as JSON on stdout; progress goes to stderr."""

    def __init__(self, as_json):
        self.as_json, self.count, self.next = as_json, 0, time.monotonic() + 2

    def finding(self, code, message, file, line=None, stream=None, revision=None):
        self.count += 1
        place = {"line": line, "stream": stream, "revision": None if revision is None else str(revision)}
        place = {name: value for name, value in place.items() if value is not None}
        if self.as_json:
            print(json.dumps({"code": code, "file": file, **place, "message": message}, ensure_ascii=False))
        else:
            where = ", ".join([file] + [f"{name} {value}" for name, value in place.items()])
            print(shown(f"{where}: {message} ({code})"))

    def progress(self, text):
        if time.monotonic() >= self.next:
            self.next = time.monotonic() + 2
            print(text, file=sys.stderr, flush=True)


REQUIRED = ["access.jsonl", "checkpoints.txt", "events.jsonl", "keys.txt", "totals.json"]


def open_plain(folder, name):
    """A file of the bundle to read, or None when it is not there or is no plain file."""
    path = os.path.join(folder, *name.split("/"))
    try:
        return open(path, "rb") if stat.S_ISREG(os.lstat(path).st_mode) else None
    except (FileNotFoundError, NotADirectoryError):
        return None


def read_text(folder, name):
    """The bytes of a small file of the bundle, None when it is not there; raises ValueError when it is too long."""
    file = open_plain(folder, name)
    if file is None:
        return None
    with file:
        raw = file.read(LONGEST_TEXT + 1)
    if len(raw) > LONGEST_TEXT:
        raise ValueError("it is too long")
    return raw


def read_manifest(folder, report):
    """The manifest, or None when it is missing or malformed, which is a finding."""
    try:
        raw = read_text(folder, "manifest.json")
        if raw is None:
            raise ValueError("it is not there")
        manifest = read_json(raw)
        assert_form(manifest, MANIFEST)
        if (json.dumps(manifest, indent=2) + "\n").encode() != raw:
            raise ValueError("it is not spelt as it must be")
        names = [each["name"] for each in manifest["files"]]
        if any(after <= before for before, after in zip(names, names[1:])) or "manifest.json" in names:
            raise ValueError("its files are not in the order of their names, or it names itself")
        if not set(REQUIRED) <= set(names):
            raise ValueError("it does not name every file that a bundle has")
        return manifest
    except ValueError as error:
        report.finding("manifest-mismatch", f"The manifest cannot be relied on: {error}.", "manifest.json")
        return None


def check_files(folder, manifest, report):
    """Every listed file has its size and hash, and nothing else is in the folder."""
    for entry in manifest["files"]:
        name, digest, size = entry["name"], hashlib.sha256(), 0
        file = open_plain(folder, name)
        if file is None:
            report.finding("manifest-mismatch", "It is listed, and is not there as a plain file.", name)
            continue
        with file:
            for block in iter(lambda: file.read(1 << 20), b""):
                digest.update(block)
                size += len(block)
                report.progress(f"Hashing {name}: {size >> 20:,} MiB.")
        if size != entry["bytes"] or digest.hexdigest() != entry["sha256"]:
            report.finding("manifest-mismatch", f"It has {size} bytes and the SHA-256 {digest.hexdigest()}; the "
                           f"manifest says {entry['bytes']} and {entry['sha256']}.", name)
    listed = {"manifest.json"} | {entry["name"] for entry in manifest["files"]}
    for directory, directories, names in os.walk(folder):
        links = [each for each in directories if os.path.islink(os.path.join(directory, each))]
        for each in names + links:
            name = os.path.relpath(os.path.join(directory, each), folder).replace(os.sep, "/")
            if name not in listed:
                report.finding("manifest-mismatch", "It is in the folder, and the manifest does not list it.", name)


def read_keys(file, name, report):
    """The keys of a file by name and key id: the public key, its end, and the line on which it stands."""
    keys = {}
    for number, (line, fault) in enumerate(lines_of(file), 1):
        try:
            if fault is not None:
                raise ValueError(fault)
            signer, identity, public_key, end = parse_listed_key(line.decode("utf-8"))
            if (signer, identity) in keys and name != OUTSIDE:
                raise ValueError("it stands there before")
            keys.setdefault((signer, identity), (public_key, end, number))
        except ValueError as error:
            report.finding("key-unknown", f"Line {number} cannot be used as a key: {error}.", name, number)
    return keys


def notes_of(file):
    """The notes of a file, each with the line on which it begins; a line of three hyphens parts them."""
    note, start, size, number = [], 1, 0, 0
    for number, (line, fault) in enumerate(lines_of(file), 1):
        if fault is None and line == b"---":
            yield (b"".join(note) if note is not None else None), start
            note, start, size = [], number + 1, 0
            continue
        size += 0 if line is None else len(line) + 1
        if note is not None and fault is None and size <= LONGEST_NOTE:
            note += [line, b"\n"]
        else:
            note = None
    if number > 0:
        yield (b"".join(note) if note is not None else None), start


def read_checkpoints(file, name, origin, keys, report):
    """The checkpoints that a known key signed, and whose turn it was. What is wrong with the others is a finding."""
    trusted, turns = [], Turns()
    for note, line in notes_of(file):
        report.progress(f"Checking signatures: line {line:,} of {name}.")

        def finding(code, what):
            report.finding(code, f"The checkpoint cannot be relied on: {what}.", name, line)

        try:
            if note is None:
                raise ValueError("it is too long, or its last newline is missing")
            checkpoint = Checkpoint(note, name, line)
        except ValueError as error:
            finding("checkpoint-malformed", error)
            continue
        known = [((signer, identity), signature) for signer, identity, signature in checkpoint.signatures
                 if (signer, identity) in keys]
        signed = checkpoint.text.encode("utf-8")
        if origin is not None and checkpoint.origin != origin:
            finding("checkpoint-malformed", f"it is one of {checkpoint.origin}, not of {origin}")
        elif not all(ed25519_verify(keys[key][0], signed, signature) for key, signature in known):
            finding("signature-wrong", "a signature is not that of its key over this text")
        elif not known:
            names = ", ".join(f"{signer}+{identity.hex()}" for signer, identity, _ in checkpoint.signatures)
            finding("key-unknown", f"no known key signed it, only {names}")
        elif late := late_signer(keys, turns, checkpoint.time, [key for key, _ in known]):
            finding("key-not-current", f"{key_name(late)} signed it, which was ended before")
        else:
            turns.take(checkpoint, [key for key, _ in known])
            broken = trusted and contradiction(trusted[-1], checkpoint)
            if broken:
                finding("consistency-broken", broken)
            trusted.append(checkpoint)
    return trusted, turns


def late_signer(keys, turns, at, signers):
    """A key that signed after its end; None when there is none."""
    late = turns.past(signers) + [key for key in signers if keys[key][1] is not None and at > keys[key][1][0]]
    return late[0] if late else None


def contradiction(before, after):
    """Why two checkpoints, one after the other, cannot both be true; None when they can."""
    if before.text == after.text:
        return "it stands twice"
    if after.time < before.time:
        return "it was sealed before the one in front of it"
    if before.access is not None and after.access is None:
        return "it does not seal the access log, and the one in front of it does"
    heads = [((before.size, before.root), (after.size, after.root))]
    if before.access is not None:
        heads.append((before.access, after.access))
    for (size, root), (later_size, later_root) in heads:
        if later_size < size:
            return f"it seals {later_size} events, and the one in front of it {size}"
        if later_size == size and later_root != root:
            return f"it has another root over {size} events than the one in front of it"
    return None


class RootCheck:
    """Compares the roots that were sealed with those of the tree while it grows."""

    def __init__(self, log, heads, report):
        self.log, self.report, self.fits, self.size = log, report, [], 0
        self.heads = sorted(heads, key=lambda head: head[0])  # (size, root, file, line)

    def grown(self, tree):
        self.size = tree.size
        while len(self.fits) < len(self.heads) and self.heads[len(self.fits)][0] == tree.size:
            self.fits.append(self.heads[len(self.fits)][1] == tree.root())

    def judge(self):
        """
        A root that differs, although a larger checkpoint fits, contradicts that one. Where none larger fits, the
        events differ, somewhere after the last one that fits: then the first of each file is told for all.
        Returns how many events from the beginning are proven.
        """
        reached = list(zip(self.heads, self.fits))
        proven = max((head[0] for head, fits in reached if fits), default=0)
        differing = [head for head, fits in reached if not fits]
        for size, _, file, line in differing:
            if size <= proven:
                self.report.finding("consistency-broken", f"Its root over {size} events of {self.log} is not theirs; "
                                    f"a checkpoint over {proven} says otherwise.", file, line)
        self.first_of_each_file("tree-mismatch", [head for head in differing if head[0] > proven],
                                f"The events of {self.log} after the first {proven} are not those that were sealed")
        self.first_of_each_file("checkpoint-beyond-log", self.heads[len(reached):],
                                f"{self.log} ends after {self.size} events, and more were sealed")
        covered = max((head[0] for head in self.heads), default=0)
        if covered < self.size:
            self.report.finding("tree-mismatch", f"The last {self.size - covered} events are under no checkpoint: "
                                "nothing vouches for them.", self.log, covered + 1)
        return proven

    def first_of_each_file(self, code, heads, message):
        for file in sorted({head[2] for head in heads}):
            size, _, _, line = next(head for head in heads if head[2] == file)
            self.report.finding(code, f"{message}: it seals {size}.", file, line)


def check_log(folder, name, heads, report, observe):
    """Checks one log; returns its tree and how many of its events are proven."""
    log, roots = LogCheck(name, report), RootCheck(name, heads, report)
    roots.grown(log.tree)
    file = open_plain(folder, name)
    if file is not None:
        with file:
            for raw, fault in lines_of(file):
                read = log.take(raw, fault)
                roots.grown(log.tree)
                if read is not None:
                    observe(read[0], read[1], log.tree.size)
                report.progress(f"Checking {name}: {log.tree.size:,} events.")
    return log.tree, roots.judge()


def compare_with_manifest(manifest, trees, report):
    for (name, tree), stated in zip(trees.items(), (manifest["leaves"], manifest["access"])):
        if stated["size"] != tree.size:
            report.finding("manifest-mismatch", f"It states {stated['size']} events of {name}, and there are "
                           f"{tree.size}.", "manifest.json")
        elif stated["root"] != base64.b64encode(tree.root()).decode():
            report.finding("tree-mismatch", f"Its root is not that of the events of {name}.", "manifest.json")
    if manifest["events"] != manifest["leaves"]["size"]:
        report.finding("manifest-mismatch", "It states two numbers of events.", "manifest.json")


def verify(folder, report, keys_file=None, checkpoint_file=None):
    """Runs every check, and returns sentences that sum it up. Raises OSError when there is no bundle to read."""
    if not any(os.path.isfile(os.path.join(folder, name)) for name in ("manifest.json", "events.jsonl")):
        raise FileNotFoundError(f"{folder} is no folder with a bundle")
    manifest = read_manifest(folder, report)
    origin = manifest["origin"] if manifest else None
    keys, checkpoints, signed, notices = {}, [], {}, []
    file = open_plain(folder, "keys.txt") if keys_file is None else open(keys_file, "rb")
    if file is not None:
        with file:
            keys = read_keys(file, "keys.txt" if keys_file is None else OUTSIDE, report)
    inside = open_plain(folder, "checkpoints.txt")
    outside = None if checkpoint_file is None else open(checkpoint_file, "rb")
    for file, name in ((inside, "checkpoints.txt"), (outside, OUTSIDE)):
        if file is not None:
            with file:
                trusted, turns = read_checkpoints(file, name, origin, keys, report)
                checkpoints += trusted
                signed.update(turns.sizes)
                if name != OUTSIDE:
                    notices = turns.notices()
                # A list from outside may be older or newer than the bundle.
                if name != OUTSIDE and keys_file is None:
                    turns.compare(keys, "keys.txt", report)

    totals = Totals()

    def count(event, data, number):
        try:
            totals.count(event, data)
        except (ValueError, KeyError, TypeError, AttributeError) as error:
            report.finding("totals-differ", f"{event.type} cannot be counted: {error}.", "events.jsonl", number,
                           event.stream, event.revision)

    heads = [(each.size, each.root, each.file, each.line) for each in checkpoints]
    events, proven = check_log(folder, "events.jsonl", heads, report, count)
    heads = [(*each.access, each.file, each.line) for each in checkpoints if each.access is not None]
    access, _ = check_log(folder, "access.jsonl", heads, report, lambda *_: None)
    check_totals(folder, totals.rows, report)
    if manifest:
        compare_with_manifest(manifest, {"events.jsonl": events, "access.jsonl": access}, report)
        check_files(folder, manifest, report)
    names = ", ".join(key_name(key) for key in keys if key in signed) or "none"
    whence = "from outside" if keys_file is not None else "of the bundle itself: compare them with those published"
    return [f"Checked {events.size:,} events, {access.size:,} of the access log and {len(checkpoints):,} checkpoints.",
            f"Checkpoints vouch for the first {proven:,} events. Signed with keys {whence} ({names}).", *notices,
            f"Findings: {report.count}." if report.count else "Nothing was found."]


def main(argv=None):
    parser = argparse.ArgumentParser(
        prog="verify.py", description="Checks a bundle that was exported from an Obligo ledger: whether anything was "
        "changed, dropped, added or moved since it was sealed. It needs no server and no network.",
        epilog="Ends with 0 when nothing was found, 6 with findings, 1 when there is no bundle to read, 2 when it was "
        "called wrongly. Whoever holds the signing key can sign another history: such a history, and a log that was "
        "cut back, are found with a key and a checkpoint that you received earlier from somewhere else.")
    parser.add_argument("bundle", help="the folder of the bundle")
    parser.add_argument("--json", action="store_true", help="write each finding as a line of JSON")
    parser.add_argument("--keys", metavar="FILE", help="rely on the keys in this file, not on those in the bundle")
    parser.add_argument("--checkpoint", metavar="FILE", help="check also against checkpoints that you kept")
    options = parser.parse_args(argv)
    for output in (sys.stdout, sys.stderr):
        output.reconfigure(encoding="utf-8", errors="backslashreplace")
    report = Report(options.json)
    try:
        summary = verify(options.bundle, report, options.keys, options.checkpoint)
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return FINDINGS
    except OSError as error:
        print(f"The bundle cannot be read: {error}.", file=sys.stderr)
        return CANNOT_READ
    for sentence in summary:
        print(sentence, file=sys.stderr if options.json else sys.stdout)
    return FINDINGS if report.count else CLEAN


if __name__ == "__main__":
    sys.exit(main())
