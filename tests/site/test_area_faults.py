"""An area's file that is wrong stops with one sentence: the file, the key, what is wrong, what to write."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest

from calculators.areas import reader
from calculators.areas.steps import steps
from calculators.areas.tables import AreaError

if TYPE_CHECKING:
    from collections.abc import Callable

    from calculators.areas.model import Area

NEL = (reader.FOLDER / "north-east-lincolnshire.toml").read_text(encoding="utf-8")
NUMBER = "01472 326292"


def area(text: str | bytes, key: str = "anyshire") -> Area:
    """Read a file."""
    return reader.read(key, text, steps(), f"areas/{key}.toml")


def change(old: str, new: str) -> Callable[[str], str]:
    """Give what writes `new` for the first `old`."""
    return lambda text: text.replace(old, new, 1)


def more(lines: str) -> Callable[[str], str]:
    """Give what adds lines at the end."""
    return lambda text: f"{text}\n{lines}\n"


def in_door(line: str) -> Callable[[str], str]:
    """Give what adds a line to the front door."""
    return change("option = ", f"{line}\noption = ")


def panels(first: str, second: str) -> Callable[[str], str]:
    """Give what puts two panels in place of the one that there is."""
    two = "".join(f'\n[[panel]]\nname = "Panel"\n{lines}\n' for lines in (first, second))
    return lambda text: re.sub(r"\[panel\].*?\n\n", "", text, flags=re.DOTALL) + two


BROKEN: dict[str, tuple[Callable[[str], str], str]] = {
    "not TOML": (change('name = "North', "name = North"), "line 2 is not TOML: the value cannot be read; put words"),
    "empty": (lambda _: "", "name is missing; write the area’s name"),
    "unknown key": (lambda text: 'colour = "blue"\n' + text, "colour is not a key of an area’s file; use one of: name,"),
    "misspelt key in a table": (change("telephone", "telefone"), "contact.front-door.telefone is not a key"),
    "unknown contact": (change("contact.panel", "contact.pannel"), "contact.pannel is not known; use one of: front-door,"),
    "contact that is no table": (lambda _: 'name = "Anyshire"\ncontact = "x"\n', "contact is not a table; write [contact.front-door]"),
    "no front door": (lambda text: re.sub(r"\[contact\.front-door\].*?\n\n", "", text, flags=re.DOTALL), "contact.front-door is missing; write [contact.front-door]"),
    "no way to reach a service": (more('[contact.sarc]\nname = "Centre"'), "contact.sarc says no way to reach it; write telephone"),
    "name of the wrong kind": (change('name = "North East Lincolnshire"', "name = 7"), "name: “7” cannot be used; write words in quotation marks"),
    "empty name": (change('name = "North East Lincolnshire"', 'name = " "'), "write words in quotation marks"),
    "name with a hidden sign": (change('name = "North', 'name = "North\u202e'), "a sign that nobody can see (U+202E); type the words again"),
    "name that is too long": (change('name = "North', 'name = "' + "North" * 100), "write one line of at most 400 letters"),
    "short telephone number": (change(NUMBER, "01472 32"), "write the whole number with its area code"),
    "telephone number of noughts": (change(NUMBER, "00000000000"), "telephone: “00000000000” cannot be used; write the whole number"),
    "telephone number that nobody has": (change(NUMBER, "01999 123456"), "no such number is given out in the United Kingdom; check each digit"),
    "telephone number in other digits": (change(NUMBER, "０１４７２ ３２６２９２"), "no plain digits; type the number again"),  # noqa: RUF001
    "words for a telephone number": (change(NUMBER, "the usual number"), "contact.front-door.telephone: “the usual number” cannot"),
    "telephone as a number": (change(f'"{NUMBER}"', "1472326292"), "put the number in quotation marks"),
    "out of hours without a number": (in_door('out_of_hours = "the duty team"'), "front-door.out_of_hours: “the duty team” cannot be used; write the whole"),
    "out of hours alone": (lambda text: in_door('out_of_hours = "01632 960002"')(change(f'telephone = "{NUMBER}"\n', 'ask = "ask"\n')(text)), "contact.front-door.telephone is missing; write the number for the day"),
    "texts to a landline": (in_door('texts = "01472 326292"'), "write a mobile number"),
    "link without https": (in_door('link = "www.nelincs.gov.uk"'), "write an address that begins with https://"),
    "link with a script": (in_door('link = "javascript:alert(1)"'), "write an address that begins with https://"),
    "link to a host that looks like another": (in_door('link = "https://nelincs.gоv.uk/"'), "only plain letters; copy it again"),  # noqa: RUF001
    "link to no host": (in_door('link = "https://nelincs/"'), "“nelincs” is not the name of a website"),
    "link that hides its host": (in_door('link = "https://nelincs.gov.uk@example.org/"'), "leave out what stands before the @ sign"),
    "link with a blank": (in_door('link = "https://nelincs.gov.uk/a b"'), "an address has no blanks"),
    "link with a wrong port": (in_door('link = "https://nelincs.gov.uk:99999/"'), "the address cannot be read; copy it again"),
    "bad e-mail": (change("hsb@nelincs.gov.uk", "hsb at nelincs"), "an address has no blanks"),
    "e-mail without a host": (change("hsb@nelincs.gov.uk", "hsb@nelincs"), "“nelincs” is not the name of a website"),
    "day that is none": (in_door('checked = "2026-02-30"'), "write a date as year, month, day, such as 2027-04-01"),
    "day as people write it": (in_door('until = "1 April 2027"'), "contact.front-door.until: “1 April 2027” cannot be used; write a date"),
    "days turned round": (in_door('starts = "2027-04-01"\nuntil = "2027-03-01"'), "until comes before contact.front-door.starts"),
    "unknown unit": (change('"nel:front-door"', '"nel:frontdoor"'), "there is no unit “nel:frontdoor”"),
    "units that are no list": (change('["nel:front-door"]', '"nel:front-door"'), "write a list of words"),
    "looser review": (change("then_every = 3", "then_every = 12"), "write at most 6 months: no rule may be looser than NICE NG55 1.6.5"),
    "looser review in weeks": (change("then_every = 3", 'then_every = 30\nunit = "weeks"'), "review.then_every: “30” cannot be used; write a whole number from 1 to 26"),
    "review of no months": (change("first_every = 3", "first_every = 0"), "review.first_every: “0” cannot be used"),
    "review left half": (change("then_every = 3\n", ""), "review.then_every is missing"),
    "review whose beginning has no end": (change("then_every = 3", "then_every = 6"), "review.first_for is missing or too short; write for how many months"),
    "review in days": (change("then_every = 3", 'then_every = 3\nunit = "days"'), "review.unit: “days” cannot be used; write one of: months, weeks"),
    "panel's ages turned round": (lambda text: text.replace("first_age = 12", "first_age = 18").replace("last_age = 18", "last_age = 12"), "write the youngest age first"),
    "panel's age in words": (change("first_age = 12", 'first_age = "twelve"'), "panel.first_age: “twelve” cannot be used; write a whole number from 0 to 25"),
    "line without words": (change('text = "Look also', 'txt = "Look also'), "line 1.txt is not a key"),
    "line beside no step": (change('step = "tell-lead"', 'step = "tell-leader"'), "line 1.step: there is no step “tell-leader”"),
    "line beside a rule that is no step": (change('step = "tell-lead"', 'step = "do-not-label"'), "there is no step “do-not-label”"),
    "line table with one bracket": (change("[[line]]", "[line]"), "write [[line]] with two brackets"),
    "timescale longer than the step allows": (more('[[timescale]]\nstep = "tell-lead"\nwithin = "10 working days"'), "timescale 1.within: “10 working days” cannot be used; this step is due"),
    "timescale that is none": (more('[[timescale]]\nstep = "tell-lead"\nwithin = "soon"'), "write a number and minutes, hours"),
    "attendee of no meeting": (more('[[attendee]]\nmeeting = "board"\nwho = "Chair"'), "attendee 1.meeting: there is no meeting “board”; use one of: strategy"),
    "unknown name": (more('[names]\nbig-meeting = "Big"'), "names.big-meeting is not a key"),
    "words in curly quotation marks": (change('"North East Lincolnshire"', "“North East Lincolnshire”"), "line 2 is not TOML: the value cannot be read; put words, telephone numbers and addresses in straight"),
    "no equals sign": (change('name = "North', 'name "North'), "line 2 is not TOML: no equals sign follows the key; write it like"),
    "no closing quotation mark": (change('Lincolnshire"\n', "Lincolnshire\n"), "line 2 is not TOML: the closing quotation mark is missing"),
    "quotation marks in words": (in_door('needs = "an "outline" of it"'), "line 9 is not TOML: something follows the value; end the line after it"),
    "backslash": (in_door('needs = "S:\\papers"'), "line 9 is not TOML: a backslash stands in the words; write it twice"),
    "the same key twice": (in_door(f'telephone = "{NUMBER}"'), "line 9 is not TOML: the same key or table stands above already; leave one out"),
    "the same table twice": (more('[contact.front-door]\nname = "Door"'), "is not TOML: the same key or table stands above already; leave one out, or write a table twice with two brackets"),
    "one bracket and two": (more('[[contact.front-door]]\nname = "Door"'), "stands above already; leave one out, or write a table twice with two brackets"),
    "bracket left open": (change("[contact.panel]", "[contact.panel"), "is not TOML: a closing bracket is missing; write a table as [contact.front-door]"),
    "list left open": (change('statutory plan",\n]', 'statutory plan",\n'), "is not TOML: the value cannot be read; put words"),
    "list left open to the end": (more('[scale]\nname = "Scale"\nlevels = ["one",'), "is not TOML: the value cannot be read; put words"),
    "neither key nor table": (more("!"), "is not TOML: it cannot be read; write it like name"),
    "a sign that nobody can see": (in_door('needs = "an\x00outline"'), "line 9 is not TOML: it holds a sign that nobody can see; type the line again"),
    "a hidden sign as an escape": (in_door('needs = "an\\u001boutline"'), "front-door.needs: “an\N{REPLACEMENT CHARACTER}outline” cannot be used; it holds a sign that nobody can see (U+001B)"),
    "half a letter as an escape": (in_door('needs = "\\ud800"'), "line 9 is not TOML: it cannot be read"),
    "day that is none, without quotation marks": (in_door("checked = 2026-02-30"), "line 9 is not TOML: no calendar has this date; write year, month, day"),
    "day as people write it, without quotation marks": (in_door("checked = 22/11/2026"), "line 9 is not TOML: something follows the value; end the line after it, write a date as 2027-04-01"),
    "a time in place of a day": (in_door("checked = 07:32:00"), "contact.front-door.checked: “07:32:00” cannot be used; write a date as year, month, day"),
    "a year in place of a day": (in_door("checked = 2026"), "contact.front-door.checked: “2026” cannot be used; write a date"),
    "a day that nobody lives to see": (in_door("until = 9999-12-31"), "write a year from 2000 to 2100, such as 2027-04-01"),
    "two years in one": (in_door("checked = 0026-11-22"), "write a year from 2000 to 2100"),
    "a key for the top in a table": (more('cross_boundary = "Both areas meet."'), "line 1.cross_boundary is not a key of [[line]]; write cross_boundary at the top of the file, above the first table"),
    "a key of a service in a contact": (in_door('serves = "all"'), "contact.front-door.serves is not a key of [contact.front-door]; move serves to [[service]]"),
    "a key in a contact's place": (more('[contact]\ntelephone = "101"'), "contact.telephone is not known; use one of: front-door"),
    "two brackets where one table may stand": (change("[review]", "[[review]]"), "review may stand once; write [review] with one bracket on each side"),
    "link with two brackets": (change("[link.toolkit]", "[[link.toolkit]]"), "link.toolkit may stand once; write [link.toolkit] with one bracket"),
    "names that are no table": (lambda text: "names = 3\n" + text, "names is not a table; write [names] on a line of its own"),
    "panel that is no table": (lambda text: "panel = [3]\n" + re.sub(r"\[panel\].*?\n\n", "", text, flags=re.DOTALL), "panel 1 is not a table; write [[panel]] on a line of its own"),
    "levels that are none": (more('[scale]\nname = "Scale"\nlevels = []'), "scale.levels: “[]” cannot be used; write a list of words"),
    "age with a point": (change("first_age = 12", "first_age = 12.5"), "panel.first_age: “12.5” cannot be used; write a whole number"),
    "age that is yes": (in_door("first_age = true"), "contact.front-door.first_age: “True” cannot be used; write a whole number"),
    "number of another country": (change(NUMBER, "+1 202 555 0100"), "cannot be used; write the whole number"),
    "mobile number that lacks a digit": (change(NUMBER, "07911 12345"), "no such number is given out in the United Kingdom"),
    "no number before the comma": (in_door('out_of_hours = ", night desk"'), "out_of_hours: “, night desk” cannot be used; write the whole number with its area code"),
    "front door for younger children only": (in_door("last_age = 12"), "contact.front-door.last_age leaves out a child of 13"),
    "link to a machine of one's own": (in_door('link = "https://10.0.0.1/"'), "“10.0.0.1” is not the name of a website"),
    "front door for older children only": (in_door("first_age = 10"), "line 9: contact.front-door.first_age leaves out a child of 0; add a number for every age"),
    "front doors that leave out an age": (lambda text: in_door("last_age = 9")(text).replace("[contact.front-door]", "[[contact.front-door]]") + '\n[[contact.front-door]]\nname = "Older"\ntelephone = "01632 960001"\nfirst_age = 11\n', "contact.front-door 2.first_age leaves out a child of 10; add a number"),
    "panels whose ages overlap": (panels("first_age = 6\nlast_age = 12", "first_age = 12\nlast_age = 17"), "panel 2.first_age: “12” cannot be used; another panel takes this age too: write ages that follow each other"),
    "panels whose ages leave a gap": (panels("first_age = 6\nlast_age = 10", "first_age = 12\nlast_age = 17"), "panel 2.first_age: “12” cannot be used; no panel takes a child of 11: write ages that follow each other"),
    "two panels of one tier for one age": (panels('tier = "abusive"\nfirst_age = 6\nlast_age = 17', 'tier = "abusive"\nfirst_age = 10\nlast_age = 17'), "another panel takes this age too"),
    "a working day for a step of today": (more('[[timescale]]\nstep = "refer"\nwithin = "1 working day"'), "timescale 1.within: “1 working day” cannot be used; this step is due today: write at most 24 hours"),
    "a day for a step of now": (more('[[timescale]]\nstep = "tell-lead"\nwithin = "1 day"'), "timescale 1.within: “1 day” cannot be used; this step is due now: write at most 1 hour"),
    "a unit with a long name": (change("nel:front-door", "nel:" + "x" * 300), "no unit has so long a name; take it from calculators/sources/register.toml"),
    "a key with a long name": (in_door(f'{"x" * 3000} = "x"'), "is not a key of an area’s file; use one of"),
    "tables in tables": (lambda text: f"x = {'{a=' * 5000}1{'}' * 5000}\n{text}", "too long to read"),
    "line ends of an old Macintosh": (lambda text: text.replace("\n", "\r"), "line 1 is not TOML"),
    "a number that is too long": (lambda text: f"x = {'9' * 5000}\n{text}", "a number or a list in it is too long"),
    "a list in lists": (lambda text: f"x = {'[' * 5000}{']' * 5000}\n{text}", "too long to read"),
    "a file that is too large": (lambda text: text + "#" * 300_000, "the file has more than 200 kB"),
}  # fmt: skip


@pytest.mark.parametrize("case", BROKEN)
def test_a_broken_file_stops_with_its_name_the_key_what_is_wrong_and_what_to_write(case: str) -> None:
    """One sentence, in one line, that ends in something to do."""
    break_it, says = BROKEN[case]
    broken = break_it(NEL)
    assert broken != NEL
    with pytest.raises(AreaError) as fault:
        area(broken)
    message = str(fault.value)
    assert re.match(r"areas/anyshire\.toml(, line \d+)?: ", message)
    assert says in message
    assert ";" in message
    assert message.isprintable()
    assert len(message) < 700
    if line := re.match(r"areas/anyshire\.toml, line (\d+): ", message):  # that of the key, or of its table
        stands = broken.split("\n")[int(line[1]) - 1].partition("=")[0].strip()
        assert stands.startswith("[") or stands[:60] in message


@pytest.mark.parametrize(
    ("content", "says"),
    [
        (NEL.encode("utf-16"), "the file was saved as UTF-16; save it again as UTF-8"),
        (
            NEL.replace('"North East', '"Nörth East').encode("cp1252"),
            "line 2 holds a letter that is not UTF-8; save the file again",
        ),
    ],
)
def test_a_file_in_another_encoding_stops_with_a_sentence(content: bytes, says: str) -> None:
    """Not a traceback."""
    with pytest.raises(AreaError, match=says):
        area(content)


@pytest.mark.parametrize(
    ("name", "better"),
    [("North Shire", "north-shire"), ("Ynys_Môn", "ynys-mon"), ("area", "area-area"), ("north--shire", "north-shire")],
)
def test_a_name_that_would_fail_in_a_link_says_what_to_call_the_file(name: str, better: str) -> None:
    """Capitals, blanks, other letters, and names that mean something already."""
    with pytest.raises(AreaError, match=f"call it {better}.toml"):
        area(NEL, name)
