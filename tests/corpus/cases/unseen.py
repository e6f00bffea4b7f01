"""Rules 12 and 13: what a library shows as nothing is not nothing; what is no sound file is refused, and the others are read."""

from corpus.case import HEAD, OF_A, OF_B, TRUE, A, B, Case, but, case, folder, workbook
from corpus.pages import Value
from union_audit.sheets import EXTENSIONS
from workbooks import ole, raw_xlsx, zipped

GOOD = workbook((HEAD, A, B))


def _cell(id_: str, value: Value, code: str, saved: str = "xlsx") -> Case:
    row = (*A[:4], value, *A[5:])
    left = but(OF_A, "safe")
    return case(f"rule 12: {id_}", (HEAD, row, B), {"BG01": left, "BG02": OF_B}, code, saved=saved)


def _refused(id_: str, content: bytes, code: str, name: str = "b.xlsx") -> Case:
    """A file that cannot be used, beside one that can."""
    return folder(f"rule 13: {id_}", {"a.xlsx": GOOD, name: content}, TRUE, code)


CASES = [
    *(_cell(f"the error {text}", text, "UA204") for text in ("#REF!", "#DIV/0!", "#N/A", "#VALUE!", "#NAME?")),
    _cell("a formula without a computed value", "=D2-E2", "UA203"),
    _cell("a formula of text without a computed value", '=IF(D2>0,"","")', "UA203"),
    *(_cell(f"the error {text} in a text file", text, "UA204", "comma, UTF-8") for text in ("#REF!", "#N/A")),
    _refused("an empty file", b"", "UA005"),
    _refused("a file of blanks", b"  \r\n ;;\r\n", "UA005", "b.csv"),
    _refused("a workbook cut in half", GOOD[: len(GOOD) // 2], "UA007"),
    _refused("a workbook cut at its end", GOOD[:-30], "UA007"),
    _refused("a zip that is no workbook", zipped({"a.txt": "a"}), "UA006"),
    _refused("nothing but zeros", bytes(5_000), "UA007"),
    _refused("an encrypted workbook", ole({"EncryptionInfo": bytes(99), "EncryptedPackage": bytes(4_999)}), "UA008"),
    _refused("an XML entity", raw_xlsx("<row/>", parts={"xl/workbook.xml": '<!DOCTYPE a [<!ENTITY b "c">]><workbook/>'}), "UA009"),
    *(folder(f"rule 13: a folder named a.{suffix}", {f"a.{suffix}/b.xlsx": GOOD}) for suffix in sorted(EXTENSIONS)[:1]),
]
