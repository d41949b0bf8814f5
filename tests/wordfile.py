"""Word files written by hand, for what python-docx cannot write: tracked changes, text boxes, lists."""

from __future__ import annotations

import io
import zipfile

NAMESPACES = (
    'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
    ' xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"'
    ' xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"'
    ' xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"'
    ' xmlns:v="urn:schemas-microsoft-com:vml" xmlns:w14="http://schemas.microsoft.com/office/word/2010/wordml"'
)
KIND = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/"
MAIN = "application/vnd.openxmlformats-officedocument.wordprocessingml."
ROOTS = {"header": "hdr", "footer": "ftr"}
RELATIONS = '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'


def root(name: str, inner: str) -> str:
    return f"<w:{name} {NAMESPACES}>{inner}</w:{name}>"


def paragraph(*texts: str, properties: str = "", run: str = "") -> str:
    """Return a paragraph; a text that begins with < is taken as XML, others become runs."""
    runs = (
        text if text.startswith("<") else f'<w:r>{run}<w:t xml:space="preserve">{text}</w:t></w:r>'
        for text in texts
    )
    return f"<w:p>{f'<w:pPr>{properties}</w:pPr>' if properties else ''}{''.join(runs)}</w:p>"


def word_file(body: str, section: str = "", **parts: str) -> bytes:
    """Return a DOCX with this body; further parts by name, e.g. styles, numbering, footnotes, header1."""
    kinds = {name: name.rstrip("0123456789") for name in parts}
    references = "".join(
        f'<w:{kind}Reference w:type="default" r:id="rId_{name}"/>'
        for name, kind in kinds.items()
        if kind in ROOTS
    )
    document = root("document", f"<w:body>{body}<w:sectPr>{references}{section}</w:sectPr></w:body>")
    relations = "".join(
        f'<Relationship Id="rId_{name}" Type="{KIND}{kind}" Target="{name}.xml"/>'
        for name, kind in kinds.items()
    )
    overrides = "".join(
        f'<Override PartName="/word/{name}.xml" ContentType="{MAIN}{kind}+xml"/>'
        for name, kind in kinds.items()
    )
    files = {
        "[Content_Types].xml": '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
        '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        '<Default Extension="xml" ContentType="application/xml"/>'
        f'<Override PartName="/word/document.xml" ContentType="{MAIN}document.main+xml"/>{overrides}</Types>',
        "_rels/.rels": f'{RELATIONS}<Relationship Id="rId1" Type="{KIND}officeDocument" Target="word/document.xml"/>'
        "</Relationships>",
        "word/document.xml": document,
        "word/_rels/document.xml.rels": f"{RELATIONS}{relations}</Relationships>",
    }
    files |= {
        f"word/{name}.xml": root(ROOTS.get(kinds[name], kinds[name]), xml) for name, xml in parts.items()
    }
    return zipped(files)


def zipped(files: dict[str, str | bytes]) -> bytes:
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in files.items():
            archive.writestr(zipfile.ZipInfo(name), content, zipfile.ZIP_DEFLATED)
    return made.getvalue()


def unzipped(data: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}
