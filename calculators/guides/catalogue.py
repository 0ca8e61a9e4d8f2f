"""The guides there are, by their names."""

from __future__ import annotations

from typing import TYPE_CHECKING

from calculators.guides import age, assessment, consent, continuum, criminal, enquiry, next_steps, panel, reviews

if TYPE_CHECKING:
    from calculators.engine.guide import Guide

GUIDES: dict[str, Guide] = {
    guide.key: guide
    for guide in (
        age.GUIDE,
        consent.GUIDE,
        continuum.GUIDE,
        next_steps.GUIDE,
        enquiry.GUIDE,
        assessment.GUIDE,
        criminal.GUIDE,
        panel.GUIDE,
        reviews.GUIDE,
    )
}
