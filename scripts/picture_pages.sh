#!/bin/sh
# Draw page 1 of an example as docs/page-1.png, with the stand-in fonts of the render tests.
# usage: sh scripts/picture_pages.sh [要素.yaml]     (first: bash tests/render/install.sh)
set -eu
root="$(cd "$(dirname "$0")/.." && pwd)"
brief="${1:-$root/examples/05-奉节县-疫情防控.yaml}"
work="$(mktemp -d)"
trap 'rm -rf "$work"' EXIT
cd "$root"
python3 -m generator generate "$brief" -o "$work/page.docx"
FONTCONFIG_FILE="${JIANGGAO_RENDER:-/opt/jianggao-render}/fonts.conf" soffice --headless \
    "-env:UserInstallation=file://$work/profile" --convert-to pdf --outdir "$work" "$work/page.docx" >/dev/null
pdftoppm -r 80 -png -f 1 -l 2 "$work/page.pdf" "$work/page"
cp "$work"/page-*1.png docs/page-1.png
cp "$work"/page-*2.png docs/page-2.png
