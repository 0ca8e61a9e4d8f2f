"""The guides there are, by their names."""

from __future__ import annotations

from typing import TYPE_CHECKING

from calculators import age, consent, criminal, enquiry

if TYPE_CHECKING:
    from calculators.guide import Guide

GUIDES: dict[str, Guide] = {guide.key: guide for guide in (age.GUIDE, consent.GUIDE, enquiry.GUIDE, criminal.GUIDE)}
