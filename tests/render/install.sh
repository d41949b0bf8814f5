#!/bin/sh
# Install what the render tests need: LibreOffice Writer, poppler, and free stand-in fonts.
# The fonts are GPL with font exception: for tests only, nothing of them is shipped.
# Usage: tests/render/install.sh [FOLDER]   (default: /opt/jianggao-render, or $JIANGGAO_RENDER)
set -eu
folder="${1:-${JIANGGAO_RENDER:-/opt/jianggao-render}}"
here="$(cd "$(dirname "$0")" && pwd)"

if ! command -v soffice >/dev/null || ! command -v pdftotext >/dev/null; then
    apt-get update -qq
    DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends \
        libreoffice-writer-nogui poppler-utils fontconfig
fi

if [ ! -f "$folder/fonts.conf" ]; then
    mkdir -p "$folder/fonts"
    work="$(mktemp -d)"
    trap 'rm -rf "$work"' EXIT
    # Unpacked, not installed: installing it would pull in 22 further packages of TeX.
    cd "$work"
    apt-get download -qq texlive-lang-chinese || { apt-get update -qq && apt-get download -qq texlive-lang-chinese; }
    dpkg -x ./*.deb tree
    fandol="$work/tree/usr/share/texlive/texmf-dist/fonts/opentype/public/fandol"
    # Fandol's two bold files claim the weight of the regular ones, and fontconfig would choose them.
    for name in FandolFang-Regular FandolKai-Regular FandolHei-Regular FandolSong-Regular; do
        cp "$fandol/$name.otf" "$folder/fonts/"
    done
    python3 "$here/rename_font.py" "$fandol/FandolSong-Bold.otf" "$folder/fonts/XiaoBiaoSong.otf" XiaoBiaoSong
    sed "s|@FOLDER@|$folder|g" "$here/fonts.conf.in" > "$folder/fonts.conf"
fi
echo "render tests: $(soffice --version), fonts in $folder"
