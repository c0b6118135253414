#!/usr/bin/env bash
# Installs onrecord from a wheelhouse with the network cut, in a clean environment, and runs the demo.
#
#   tools/offline_install.sh [WHEELHOUSE]
#
# Fills the wheelhouse first where it is not that of requirements.lock and of this source: the wheels of the lock, and this
# package's own, which takes a network. No source archive is taken, so that no compiler is needed. The network is cut with unshare where that is allowed.
set -euo pipefail
cd "$(dirname "$0")/.."
wheelhouse=$(mkdir -p "${1:-dist/wheelhouse}" && cd "${1:-dist/wheelhouse}" && pwd)
python=${PYTHON:-python3}
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
unset PYTHONPATH

if ! cmp -s requirements.lock "$wheelhouse/requirements.lock"; then
    rm -f "$wheelhouse"/*.whl
    "$python" -m pip --disable-pip-version-check -q download --only-binary :all: --no-deps \
        --require-hashes -r requirements.lock -d "$wheelhouse"
    cp requirements.lock "$wheelhouse/"
fi
own=$(ls "$wheelhouse"/onrecord-*.whl 2>/dev/null | head -1 || true)
if [ -z "$own" ] || [ -n "$(find src pyproject.toml -newer "$own" -type f -not -name '*.pyc' -print -quit)" ]; then
    rm -f "$wheelhouse"/onrecord-*.whl
    "$python" -m pip --disable-pip-version-check -q wheel --no-deps -w "$wheelhouse" .
fi

cut=()
if unshare -n true 2>/dev/null; then
    cut=(unshare -n)
else
    echo "the network cannot be cut here; going on with --no-index alone" >&2
fi

"$python" -m venv "$work/venv"
"${cut[@]}" "$work/venv/bin/python" -m pip --disable-pip-version-check -q install \
    --no-index --find-links "$wheelhouse" onrecord
cd "$work"
"${cut[@]}" "$work/venv/bin/onrecord" doctor
"${cut[@]}" "$work/venv/bin/onrecord" demo --record "$work/demo.onrecord" > "$work/demo.txt"
"${cut[@]}" "$work/venv/bin/onrecord" verify "$work/demo.onrecord"
samples=$("$work/venv/bin/python" -c 'from importlib.resources import files; print(files("onrecord") / "data" / "samples")')
"${cut[@]}" "$work/venv/bin/onrecord" bundle "$work/demo.onrecord" "$work/bundle"
"${cut[@]}" "$work/venv/bin/onrecord" verify "$work/bundle" --inputs "$samples"
"${cut[@]}" "$work/venv/bin/python" -c '
import spacy
nlp = spacy.blank("en")
nlp.add_pipe("onrecord", config={"min_confidence": "everything"})
assert [one.type for one in nlp("Norway accused Iceland of blocking the talks.")._.events], "the component found nothing"
'
if "$python" -m pipx --version >/dev/null 2>&1; then
    PIPX_HOME="$work/pipx" PIPX_BIN_DIR="$work/bin" "${cut[@]}" "$python" -m pipx install --quiet \
        --pip-args "--no-index --find-links $wheelhouse" onrecord
    "${cut[@]}" "$work/bin/onrecord" --version
fi
echo "installed without a network: $(du -sh "$work/venv" | cut -f1) in the environment, $(du -sh "$wheelhouse" | cut -f1) of wheels"
