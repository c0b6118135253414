from __future__ import annotations

import pytest

from tools import check_licences


@pytest.mark.parametrize(
    "licence",
    [
        "MIT", "MIT License", "BSD License", "BSD-3-Clause", "Apache Software License", "Apache 2.0", "PSF-2.0",
        "ISC License (ISCL)",
        "BSD-3-Clause AND 0BSD AND MIT AND Zlib AND CC0-1.0", "MPL-1.1 OR GPL-2.0-only OR LGPL-2.1-or-later",
        "Mozilla Public License 2.0 (MPL 2.0)", "Apache-2.0 AND (MIT OR GPL-3.0-only)",
    ],
)  # fmt: skip
def test_licences_that_may_go_along(licence: str) -> None:
    assert check_licences.is_allowed(licence)


@pytest.mark.parametrize("licence", ["", "GPL-3.0-only", "MIT AND GPL-3.0-only", "AGPL-3.0 OR LicenseRef-x", "Limited"])
def test_licences_that_may_not(licence: str) -> None:
    assert not check_licences.is_allowed(licence)


def test_what_a_package_requires_is_walked_once_each() -> None:
    names = [one.name.lower() for one in check_licences.required("rich")]
    assert names[0] == "rich" and "pygments" in names and len(names) == len(set(names))
