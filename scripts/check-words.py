#!/usr/bin/env python3
"""Every code that the server refuses with has its sentence: a person never reads the general one for a fault that has a name."""

import re
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
WORDS = ROOT / "frontend/src/lib/i18n/messages"
# Faults of a program that calls the API, or of sums no form can reach: the general sentence says enough.
NOT_FOR_PEOPLE = {
    "bad_query", "body_too_large", "breached_value_above_contract_value", "breached_value_negative", "contract_number_malformed",
    "contract_terms_do_not_add_up", "hash_malformed", "idempotency_key_malformed", "ledger_out_of_range", "limit_out_of_range",
    "malformed", "not_json", "slug_malformed", "terms_invalid",
}
# The conditions of a contract, which the operator's template fixes and no screen edits.
NOT_FOR_PEOPLE |= {
    "complaint_hours_out_of_range", "negotiation_days_out_of_range", "penalty_base_is_whole_contract",
    "penalty_daily_rate_without_total_cap", "penalty_rate_above_cap", "penalty_rate_missing", "percent_malformed",
    "renegotiation_out_of_range", "sign_by_past", "tolerance_out_of_range", "too_many_certificates",
}
# What somebody meets who registers, signs in or opens a mailed link: these words come with the app, the others with the session.
FOR_VISITORS = tuple(
    f"crates/{path}.rs"
    for path in (
        "domain/src/account/invitation", "domain/src/account/password", "domain/src/account/sign_in", "domain/src/email", "domain/src/phone",
        "domain/src/session", "domain/src/tax_code", "domain/src/text", "web/src/http/auth", "web/src/http/extract", "web/src/http/invitations",
        "web/src/http/sign_up",
    )
)
# What stands between a parenthesis and its end, three deep: a condition calls functions on what functions give.
INSIDE = r"(?:[^()\"]|\"[^\"]*\"|\((?:[^()]|\((?:[^()]|\([^()]*\))*\))*\))*?"
# What a value of a field cannot be, which the screens say beside the field: `field.` words.
AT_A_FIELD = re.compile(
    r'#\[error\("([a-z_0-9]+)"\)\]\s*pub struct'
    r'|(?:FieldError::new|ApiError::field|\.require|\.add)\(' + INSIDE + r'"([a-z_0-9]+)"\s*,?\s*\)'
)
# What stands against the whole, or against a field by the rules of the business: either.
AGAINST = re.compile(r'#\[error\("([a-z_0-9]+)"\)\]|ApiError::(?:conflict|Forbidden|Bad)\("([a-z_]+)"\)')


def said(pattern: re.Pattern) -> dict[str, Path]:
    """Each code with the first file that says it so; of unit tests nothing counts."""
    codes: dict[str, Path] = {}
    for folder in ("crates/domain/src", "crates/web/src/http", "crates/web/src/flow", "crates/web/src/picture"):
        for path in sorted(path for path in (ROOT / folder).rglob("*.rs") if path.name != "tests.rs"):
            for found in pattern.finditer(path.read_text().split("#[cfg(test)]")[0]):
                codes.setdefault(next(filter(None, found.groups())), path.relative_to(ROOT))
    return codes


def words(paths: list[Path], kinds: str = "error|field") -> set[str]:
    return {code for path in paths for code in re.findall(rf'^  "(?:{kinds})\.([a-z_0-9]+)"', path.read_text(), re.M)}


def main() -> int:
    files = sorted(WORDS.glob("*.vi.ts"))
    known = words(files)
    visitor = words([WORDS / f"{name}.ts" for name in re.findall(r'"\./([\w-]+\.vi)"', (WORDS / "visitor.vi.ts").read_text())])
    at_a_field = said(AT_A_FIELD)
    codes = said(AGAINST) | at_a_field
    early = [f"{code} ({path}) is met without a sign-in, and its words come with one" for code, path in codes.items()
             if str(path).startswith(FOR_VISITORS) and code in known - visitor]
    wordless = [f"{code} ({path}) has neither error.{code} nor field.{code}" for code, path in codes.items() if code not in known | NOT_FOR_PEOPLE]
    misplaced = [f"{code} ({path}) is said of a field, and has error.{code} alone" for code, path in at_a_field.items()
                 if code in known - words(files, "field") - NOT_FOR_PEOPLE]
    gone = [f"{code} is listed as not for people, and nothing says it" for code in NOT_FOR_PEOPLE - codes.keys()]
    for problem in sorted(wordless + misplaced + early + gone):
        print(problem)
    print(f"{len(codes)} codes, {len(wordless)} without words")
    return 1 if wordless or misplaced or early or gone else 0


if __name__ == "__main__":
    sys.exit(main())
