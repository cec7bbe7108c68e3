# SPDX-License-Identifier: Apache-2.0
"""Judge of how a page lies in a window: nothing beside it, and everything that scrolls in reach of the keyboard."""

from collections.abc import Iterator

from ..finding import Finding, several
from .browser import OpenPage

_OVERFLOW = """() => {
    const width = document.documentElement.clientWidth
    if (document.documentElement.scrollWidth <= width) return null
    const beside = [...document.querySelectorAll('body *')].find(
        element => element.getBoundingClientRect().right > width + 1)
    return beside ? beside.outerHTML.slice(0, 120) : ''
}"""

_SCROLLING = """() => [...document.querySelectorAll('body *')].filter(element => {
    const style = getComputedStyle(element)
    return ['auto', 'scroll'].includes(style.overflowX) && element.scrollWidth > element.clientWidth + 1
})"""

# Its first letters, its name, whether something before it has the focus now, and whether Tab stops at it at all.
_REGION = """element => {
    const ids = (element.getAttribute('aria-labelledby') || '').split(' ').filter(id => id)
    const words = ids.map(id => document.getElementById(id)?.textContent || '').join(' ')
    const inner = element.querySelector(':scope > [role=img][aria-label]')
    const name = words || element.getAttribute('aria-label') || inner?.getAttribute('aria-label') || ''
    const all = [...document.querySelectorAll('a[href], button, [tabindex="0"]')]
    const index = all.indexOf(element)
    if (index > 0) all[index - 1].focus()
    return [element.outerHTML.slice(0, 80), name.trim(), index > 0, element.tabIndex >= 0]
}"""

_FOCUS = """element => {
    if (document.activeElement !== element) return 'is not reached by Tab'
    const style = getComputedStyle(element)
    return style.outlineStyle === 'none' || parseFloat(style.outlineWidth) < 2 ? 'shows no focus' : ''
}"""

# Papers have none. The page of the watch folder has one, which its policy must let run: it then says how old the page is.
_SCRIPTS = """() => {
    if (!document.scripts.length) return null
    const policy = document.querySelector('meta[http-equiv="Content-Security-Policy"]')?.content || ''
    if (!/script-src 'sha256-[^']+'$/.test(policy) || document.scripts.length > 1) return ''
    return document.getElementById('age')?.textContent ? null : ' that does not run'
}"""

_STICKY = """() => [...document.querySelectorAll('th, td')].filter(cell => {
    const style = getComputedStyle(cell)
    return style.position === 'sticky' && !/^rgb\\(/.test(style.backgroundColor)
}).length"""


def judge(page: OpenPage) -> Iterator[Finding]:
    """Whether the page fits into the window, and what scrolls in it can be reached, is named and shows its focus."""
    beside = page.page.evaluate(_OVERFLOW)
    if beside is not None:
        yield Finding(f"the page is wider than its window: {beside}")
    if page.page.evaluate(_STICKY):
        yield Finding("rows show through a cell that stays in view")
    regions = page.page.evaluate_handle(_SCROLLING)
    for region in regions.get_properties().values():
        element = region.as_element()
        words, name, has_before, is_reached = element.evaluate(_REGION)
        if not name:
            yield Finding(f"what scrolls has no name: {words}")
        if has_before:
            page.page.keyboard.press("Tab")
        elif not is_reached:
            yield Finding(f"what scrolls is not reached by Tab: {words}")
            continue
        problem = element.evaluate(_FOCUS)
        if problem:
            yield Finding(f"what scrolls {problem}: {words}")


def judge_once(page: OpenPage) -> Iterator[Finding]:
    """What does not depend on the window."""
    twice = page.page.evaluate(
        """() => {
            const seen = new Set()
            return [...document.querySelectorAll('[id]')].map(element => element.id)
                .filter(id => seen.has(id) || !seen.add(id))
        }"""
    )
    if twice:
        yield Finding(f"two elements have the name {several(twice)}")
    if page.requests:
        yield Finding(f"the page asks for {several(page.requests)}")
    scripts = page.page.evaluate(_SCRIPTS)
    if scripts is not None:
        yield Finding(f"the page has a script{scripts}")
    nowhere = page.page.evaluate(
        """() => [...document.querySelectorAll('a[href^="#"]')].map(link => link.getAttribute('href'))
            .filter(address => !document.getElementById(decodeURIComponent(address.slice(1))))"""
    )
    if nowhere:
        yield Finding(f"a link leads nowhere: {several(nowhere)}")
    unnamed = page.page.evaluate(
        """() => [...document.querySelectorAll('table')].filter(table => {
            const names = new Set([...table.querySelectorAll('th[id]')].map(header => header.id))
            return [...table.querySelectorAll('td')].some(cell => {
                const headers = (cell.getAttribute('headers') || '').split(' ')
                return !headers.every(id => names.has(id))
            }) && [...table.querySelectorAll('th')].some(header => !header.hasAttribute('scope') || header.id)
        }).length"""
    )
    if unnamed:
        yield Finding(f"{unnamed} tables have a cell without headers")
