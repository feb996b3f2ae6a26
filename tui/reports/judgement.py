"""One judged pair of passages as a line of JSON."""

import json
from typing import Any

from tui.compare.model import Finding, Judgement
from tui.reports.comparison_json import evidence_json


def judgement_json(identifier: str | int | float | None, judgement: Judgement) -> str:
    """The answer to one line of `copydesk pairs`, without a line end."""
    return json.dumps(judgement_document(identifier, judgement), ensure_ascii=False)


def judgement_document(identifier: str | int | float | None, judgement: Judgement) -> dict[str, Any]:
    """The answer as what JSON can hold; spans are code points into the two texts."""
    return {
        "id": identifier,
        "relation": judgement.relation,
        "kind": judgement.kind,
        "overlap": round(judgement.overlap, 6),
        "conflict": round(judgement.conflict, 6),
        "reason": judgement.reason,
        "evidence": evidence_json(judgement.evidence),
        "findings": [_finding(finding) for finding in judgement.findings],
    }


def _finding(finding: Finding) -> dict[str, Any]:
    return {
        "kind": finding.kind,
        "tier": finding.tier,
        "score": round(finding.score, 6),
        "severity": round(finding.severity, 6),
        "reason": finding.reason,
        "evidence": evidence_json(finding.evidence),
        "values": list(finding.values),
        "downgrade": finding.downgrade,
    }
