"""The register of sources: 165 units of five documents, each with what a reader has to know of it."""

from __future__ import annotations

from collections import Counter

import pytest

from calculators import sources
from calculators.guides.catalogue import GUIDES

COUNTS = {"ng55": 49, "llr": 24, "hsbf": 63, "nel": 19, "trix": 10}


def test_the_register_holds_every_unit() -> None:
    """165 units, each with an id of its document and a title of its own words."""
    assert len(sources.units()) == 165
    counted = Counter(unit.document.key for unit in sources.units().values())
    assert counted == COUNTS
    assert set(counted) == set(sources.documents())
    assert all(unit.title and unit.section for unit in sources.units().values())
    assert len({unit.anchor for unit in sources.units().values()}) == 165


@pytest.mark.parametrize("document", sources.documents().values(), ids=sources.documents())
def test_each_document_says_what_it_is(document: sources.Document) -> None:
    """Title, publisher, edition, address, licence, status, note and dates are there; the status is one of those defined."""
    for said in (
        document.title,
        document.publisher,
        document.edition,
        document.address,
        document.licence,
        document.note,
    ):
        assert said
    assert document.status in sources.STATUSES
    assert document.address.startswith("https://")
    assert document.checked <= document.review_by


def test_documents_not_read_are_named_by_units_that_exist() -> None:
    """Each tool and document that the five name says its state and where it is named."""
    for named in sources.named():
        assert named.status in sources.STATUSES
        assert named.named_by
        for unit in named.named_by:
            sources.unit(unit)


def test_an_unknown_unit_is_refused_with_its_neighbours() -> None:
    """A slip in a citation says which units there are."""
    with pytest.raises(sources.UnknownUnitError, match=r"llr:99.*llr:1"):
        sources.unit("llr:99")
    with pytest.raises(sources.UnknownUnitError, match="documents: ng55"):
        sources.unit("wt:1")


def test_rules_never_cite_what_was_not_read() -> None:
    """Every guide rests on the five documents alone."""
    for guide in GUIDES.values():
        assert {unit.partition(":")[0] for unit in guide.cites()} <= set(sources.documents())
