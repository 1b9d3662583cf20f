"""The page in a real Chromium: filters, slider, theme, keyboard, print, and nothing that leaves it.

Outside the default run: `pytest -m browser`. The browser is the distribution's own, at the path that the environment
variable OPENAI_LANDSCAPE_CHROMIUM gives, else where Debian's package puts it.
"""

from __future__ import annotations

import itertools
import os
import re
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Final, TypeAlias

import pytest
from attrs import define, field

from openai_landscape.entities import Source
from openai_landscape.report import page as page_of
from openai_landscape.report._texts import texts
from report.conftest import assessment

if TYPE_CHECKING:
    from playwright.sync_api import Browser, BrowserContext, Locator, Page

pytestmark = pytest.mark.browser

CHROMIUM: Final = Path(os.environ.get("OPENAI_LANDSCAPE_CHROMIUM", "/usr/bin/chromium"))

FLAGS: Final = [
    "--no-sandbox",  # the root of a container has no sandbox to go to
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]

HOSTILE: Final = '</script><script>hacked()</script><img src=x onerror=hacked()>" onfocus="hacked()'

ONE: Final = Source(
    id="<b>one</b>.txt",
    title=HOSTILE,
    language="en",
    published="2024-04-25",
    text=f"Llama 3 is open source, says Meta. {HOSTILE}\n\nFor those with fewer than 700 million customers alone.",
)

TWO: Final = Source(
    id="two.txt", title="Two", language="en", text="DeepSeek R1 is under the MIT licence. GPT-4 leaked."
)

COMMERCIAL: Final = 2
"""The column of the commercial product whose users the slider moves."""


def model(id_: str, name: str) -> dict[str, object]:
    return {"subject": {"mention": name, "entity": id_, "name": name}}


def rendered() -> str:
    cap = {
        "predicate": "capped_at",
        "object": {"value": "700000000", "unit": "customers", "comparator": "lt"},
        "said_on": "2024-04-25",
    }
    one = [
        assessment(ONE, "Llama 3 is open source", "contradicted", said_on="2024-04-25"),
        assessment(ONE, "open source, says Meta", "imprecise", modality="reported", speaker={"mention": "Meta"}),
        assessment(ONE, HOSTILE, "unverifiable", speaker={"mention": HOSTILE}),
        assessment(ONE, "fewer than 700 million customers", "imprecise", **cap),
    ]
    two = [
        assessment(TWO, "DeepSeek R1 is under the MIT licence", "supported", **model("deepseek-r1", "DeepSeek-R1")),
        assessment(TWO, "GPT-4 leaked", "contradicted", predicate="leaked", object=None, **model("gpt-4", "GPT-4")),
    ]
    return page_of(texts([(ONE, one), (TWO, two)]))


@pytest.fixture(scope="module")
def file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("page") / "page.html"
    path.write_text(rendered(), encoding="utf-8")
    return path


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    if not os.access(CHROMIUM, os.X_OK):
        pytest.fail(
            f"no browser at {CHROMIUM}; install Debian's chromium or set OPENAI_LANDSCAPE_CHROMIUM", pytrace=False
        )
    from playwright.sync_api import sync_playwright

    with sync_playwright() as driver:
        found = driver.chromium.launch(executable_path=CHROMIUM, headless=True, args=FLAGS)
        yield found
        found.close()


@define
class Watch:
    """What a page did beside being shown."""

    requests: list[str] = field(factory=list)
    complaints: list[str] = field(factory=list)

    def over(self, context: BrowserContext, url: str) -> None:
        """Write down every request and every error or warning, and let no request but the page's own out."""
        context.on("request", lambda request: self.requests.append(request.url))
        context.route(lambda asked: asked != url, lambda route: route.abort())
        context.on("console", lambda message: self.complaints.append(f"{message.type}: {message.text}"))
        context.on("weberror", lambda error: self.complaints.append(str(error.error)))
        context.on("dialog", lambda dialog: self.complaints.append(dialog.message))


Open: TypeAlias = "Callable[..., Page]"


@pytest.fixture
def opened(browser: Browser, file: Path) -> Iterator[Open]:
    """Open the page; at the end nothing was complained about and nothing but the page was asked for."""
    contexts: list[BrowserContext] = []
    watch = Watch()

    def open_(*, width: int = 1280, height: int = 900, dark: bool = False, script: bool = True) -> Page:
        context = browser.new_context(
            color_scheme="dark" if dark else "light",
            viewport={"width": width, "height": height},
            java_script_enabled=script,
        )
        contexts.append(context)
        watch.over(context, file.as_uri())
        found = context.new_page()
        found.goto(file.as_uri())
        if script:  # a browser that has drawn once is done with `autofocus`, which a key that comes sooner interrupts
            found.evaluate("() => new Promise(requestAnimationFrame)")
        return found

    yield open_
    for context in contexts:
        context.close()
    assert watch.complaints == []
    assert set(watch.requests) == {file.as_uri()}


def cell(page: Page, model_name: str, column: int) -> Locator:
    row = page.locator(".matrix tbody tr").filter(has=page.get_by_role("rowheader", name=model_name))
    return row.locator("td").nth(column).get_by_role("button")


def shade(page: Page) -> float:
    """How light the ground of the page is, 0 to 255."""
    colour = page.evaluate("getComputedStyle(document.body).backgroundColor")
    return sum(map(float, re.findall(r"[\d.]+", colour)[:3])) / 3


def visible_cards(page: Page) -> list[str]:
    return [card.get_attribute("data-claim") or "" for card in page.locator(".card:visible").all()]


@pytest.mark.parametrize(
    ("users", "outcome", "clause"),
    [
        ("699,999,999", "permitted", "llama-3-community 1.a"),
        ("700000000", "permitted", "llama-3-community 1.a"),  # section 2 says greater than
        ("700 000 001", "needs agreement", "llama-3-community 2"),
    ],
)
def test_the_number_of_users_moves_a_cell_at_its_exact_threshold(
    opened: Open, users: str, outcome: str, clause: str
) -> None:
    page = opened()
    page.get_by_label("Monthly active users, affiliates included").fill(users)
    shown = cell(page, "Llama 3", COMMERCIAL)

    assert shown.locator(".word").text_content() == outcome
    assert shown.locator(".clause").text_content() == clause
    assert cell(page, "DeepSeek-R1", COMMERCIAL).locator(".word").text_content() == "permitted"
    assert (
        cell(page, "Llama 3", 1).locator(".word").text_content() == "needs agreement"
    )  # 800 million, whatever is typed


def test_the_slider_goes_from_none_to_ten_thousand_million(opened: Open) -> None:
    page = opened()
    slider, number = page.get_by_role("slider"), page.locator("#users")

    slider.press("Home")
    assert (number.input_value(), slider.get_attribute("aria-valuetext")) == ("0", "0 users")
    assert cell(page, "Llama 3", COMMERCIAL).locator(".word").text_content() == "permitted"
    slider.press("End")
    assert number.input_value() == "10,000,000,000"
    assert cell(page, "Llama 3", COMMERCIAL).locator(".word").text_content() == "needs agreement"
    assert page.locator("[data-count]").first.text_content() == "10,000,000,000"
    assert "answers changed" in (page.locator("#moved").text_content() or "")


def test_buttons_lead_to_each_side_of_a_threshold(opened: Open) -> None:
    page = opened()
    for users, outcome in (("700,000,001", "needs agreement"), ("700,000,000", "permitted")):
        page.get_by_role("button", name=users, exact=True).click()

        assert page.locator("#users").input_value() == users
        assert cell(page, "Llama 3", COMMERCIAL).locator(".word").text_content() == outcome


def test_what_is_no_number_is_refused_and_moves_nothing(opened: Open) -> None:
    page = opened()
    page.locator("#users").fill("700000001")
    for text in ("many", "", "-5", "1e99", "9" * 30):
        page.locator("#users").fill(text)

        assert page.get_by_role("alert").text_content() == "not a count; write a whole number such as 700,000,000"
        assert cell(page, "Llama 3", COMMERCIAL).locator(".word").text_content() == "needs agreement"
    page.locator("#users").fill("1")
    assert page.locator("#users-fault").text_content() == ""


def test_a_cell_opens_its_grounds_and_gives_the_focus_back(opened: Open) -> None:
    page = opened()
    page.locator("#users").fill("700000001")
    button = cell(page, "Llama 3", COMMERCIAL)
    button.focus()
    page.keyboard.press("Enter")
    dialog = page.get_by_role("dialog")

    assert (
        dialog.get_by_role("heading").text_content()
        == "§ needs agreement: Llama 3, commercial product, 700,000,001 users"
    )
    assert "must ask Meta for a licence" in (dialog.text_content() or "")
    page.keyboard.press("Escape")
    assert page.get_by_role("dialog").count() == 0
    assert button.evaluate("button => button === document.activeElement")


def test_a_filter_hides_cards_numbers_and_colours(opened: Open) -> None:
    page = opened()
    assert visible_cards(page) == ["1", "2", "3", "4", "5", "6"]
    page.get_by_label("status").select_option(label="imprecise (2)")

    assert visible_cards(page) == ["2", "4"]
    assert page.locator("#shown").text_content() == "2 of 6 claims"
    assert page.locator("sup a:visible").all_text_contents() == ["2", "4"]
    assert page.locator("mark", has_text="open source").first.get_attribute("class") == "imprecise"
    assert page.locator("mark", has_text="GPT-4 leaked").get_attribute("class") == "plain"
    assert page.locator(".source").first.locator("mark").first.get_attribute("class") == "plain"

    page.get_by_label("predicate").select_option(label="capped at (1)")
    assert visible_cards(page) == ["4"]
    page.get_by_role("button", name="Show all").click()
    page.wait_for_function("document.querySelector('#shown').textContent === '6 of 6 claims'")
    assert page.locator("mark", has_text="open source").first.get_attribute("class") == "contradicted many"


@pytest.mark.parametrize(
    ("name", "label", "left"),
    [
        ("modality", "reported (1)", ["2"]),
        ("speaker", "Meta (1)", ["2"]),
        ("entity", "GPT-4 (1)", ["6"]),
        ("predicate", "leaked (1)", ["6"]),
    ],
)
def test_every_filter_filters(opened: Open, name: str, label: str, left: list[str]) -> None:
    page = opened()
    page.get_by_label(name).select_option(label=label)

    assert visible_cards(page) == left


def test_a_claim_opens_from_the_keyboard_and_leads_back_to_the_text(opened: Open) -> None:
    page = opened()
    page.locator("#ref-4").focus()
    page.keyboard.press("Enter")
    card = page.locator("#claim-4")

    assert card.get_by_role("button").evaluate("button => button === document.activeElement")
    assert card.get_by_role("button").get_attribute("aria-expanded") == "true"
    for words in ("Section 2 reserves rights", "llama-3-community 2", "Rather:", "fewer than 700 million customers"):
        assert words in (card.locator(".body").inner_text())
    card.get_by_role("link", name="show in the text").press("Enter")
    assert page.evaluate("location.hash") == "#ref-4"
    card.get_by_role("button").press("Enter")
    assert not card.locator(".body").is_visible()


def test_words_under_two_claims_open_both(opened: Open) -> None:
    page = opened()
    page.locator("mark", has_text="open source").first.click()

    assert page.locator(".card.current").evaluate_all("cards => cards.map(card => card.id)") == ["claim-1", "claim-2"]
    assert page.locator("#claim-1 .body").is_visible()
    assert page.locator("#claim-2 .body").is_visible()


def test_a_mark_of_the_timeline_opens_its_claim(opened: Open) -> None:
    page = opened()
    page.locator(".time a").first.click()

    assert page.locator("#claim-1 .body").is_visible()


def test_a_link_to_a_claim_that_a_filter_hides_shows_all_again(opened: Open) -> None:
    page = opened()
    page.get_by_label("status").select_option(label="supported (1)")
    assert visible_cards(page) == ["5"]
    page.locator("#conflicts a").first.click()

    assert page.locator("#shown").text_content() == "6 of 6 claims"
    assert page.locator(".card.current").count() == 1


def test_the_page_follows_the_system_and_the_button(opened: Open) -> None:
    light, dark = opened(), opened(dark=True)
    assert shade(light) > 200
    assert shade(dark) < 60
    for page in (light, dark):
        button = page.get_by_role("button", name="Dark")
        before = shade(page)
        assert button.get_attribute("aria-pressed") == str(before < 128).lower()
        button.click()
        assert (shade(page) < 128) != (before < 128)
        assert button.get_attribute("aria-pressed") == str(before > 128).lower()


@pytest.mark.parametrize("dark", [False, True], ids=["light", "dark"])
def test_text_stands_out_from_its_ground(opened: Open, dark: bool) -> None:
    page = opened(dark=dark)
    pairs = page.evaluate(
        """() => {
          const told = "p, h1, h2, h3, h4, mark, sup a, .badge, .word, .clause, small, th, td, label, option, summary";
          const style = (element) => getComputedStyle(element);
          const clear = (element) => style(element).backgroundColor === "rgba(0, 0, 0, 0)";
          const bare = (element) => clear(element) && element !== document.body;
          const under = (element) => bare(element) ? under(element.parentElement) : element;
          return [...document.querySelectorAll(told)]
            .filter((each) => each.checkVisibility() && each.textContent.trim())
            .map((each) => [style(each).color, style(under(each)).backgroundColor, each.outerHTML]);
        }"""
    )

    assert len(pairs) > 50
    assert [pair for pair in pairs if contrast(pair[0], pair[1]) < 4.5] == []  # WCAG 2.2, 1.4.3


def contrast(one: str, two: str) -> float:
    """The contrast of two colours as WCAG 2.2 has it, 1 to 21."""

    def luminance(colour: str) -> float:
        parts = [float(part) / 255 for part in re.findall(r"[\d.]+", colour)[:3]]
        red, green, blue = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
        return 0.2126 * red + 0.7152 * green + 0.0722 * blue

    low, high = sorted((luminance(one), luminance(two)))
    return (high + 0.05) / (low + 0.05)


def test_hostile_text_runs_nothing_and_is_shown(opened: Open) -> None:
    page = opened()

    assert page.evaluate("typeof hacked") == "undefined"
    assert page.locator("img, script[src]").count() == 0
    assert HOSTILE in (page.locator(".source").first.text_content() or "")
    assert page.locator("#text-1-title").text_content() == HOSTILE
    assert page.get_by_label("speaker").locator("option", has_text="hacked").count() == 1


@pytest.mark.parametrize("width", [320, 600, 1000, 1600])
def test_the_page_fits_any_width(opened: Open, width: int) -> None:
    page = opened(width=width)

    assert page.evaluate("document.documentElement.scrollWidth") <= width


def test_in_print_every_card_is_open_and_no_control_is_left(opened: Open) -> None:
    page = opened(dark=True)
    page.emulate_media(media="print")

    assert page.locator(".card .body:visible").count() == 6
    assert page.locator("form:visible, #theme:visible, header nav:visible").count() == 0
    assert shade(page) > 200
    assert page.locator(".matrix").is_visible()


def test_without_scripts_everything_can_be_read(opened: Open) -> None:
    page = opened(script=False)

    assert page.locator(".card .body:visible").count() == 6
    assert page.locator("form:visible").count() == 0
    assert cell(page, "Llama 3", COMMERCIAL).locator(".word").text_content() == "permitted"


def test_assistive_technology_finds_a_name_on_everything_that_can_be_used(opened: Open) -> None:
    page = opened()
    tree = page.context.new_cdp_session(page).send("Accessibility.getFullAXTree")["nodes"]
    roles = {"button", "link", "combobox", "textbox", "slider", "dialog", "region", "navigation", "image", "article"}
    found = [
        (node["role"]["value"], node.get("name", {}).get("value", ""))
        for node in tree
        if not node.get("ignored") and node["role"]["value"] in roles
    ]

    assert {role for role, _ in found} >= {"button", "link", "combobox", "textbox", "slider", "navigation", "article"}
    assert [role for role, name in found if not name.strip()] == []


def test_headings_leave_no_level_out(opened: Open) -> None:
    page = opened()
    levels = page.locator("h1, h2, h3, h4").evaluate_all(
        "all => all.filter(heading => heading.checkVisibility()).map(heading => Number(heading.tagName[1]))"
    )

    assert levels[0] == 1
    assert all(after <= before + 1 for before, after in itertools.pairwise(levels))


def test_the_focus_is_always_seen(opened: Open) -> None:
    page = opened()
    seen = set()
    for _ in range(40):
        page.keyboard.press("Tab")
        style = page.evaluate(
            "(({outlineStyle, outlineWidth}) => [outlineStyle, outlineWidth])(getComputedStyle(document.activeElement))"
        )
        seen.add(page.evaluate("document.activeElement.tagName"))
        assert style[0] != "none", page.evaluate("document.activeElement.outerHTML")

    assert seen >= {"A", "BUTTON", "SELECT"}
