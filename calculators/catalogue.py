"""The guides there are, by their names."""

from __future__ import annotations

from calculators import age, consent
from calculators.guide import Guide

GUIDES: dict[str, Guide] = {guide.key: guide for guide in (age.GUIDE, consent.GUIDE)}
