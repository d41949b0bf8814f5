"""文件包: a DOCX opened safely: a zip of bounded size, its XML parts without document types, and their relations."""

from __future__ import annotations

import io
import posixpath
import struct
import zipfile
import zlib
from collections.abc import Iterator
from itertools import chain

from lxml import etree

from generator.diagnostics import GeneratorError
from generator.ooxml.names import RELATION_FILE, STRICT, Element, w

MOST_PARTS = 5_000
MOST_BYTES = 256 * 2**20
"""of all parts together, unpacked"""
MOST_XML = 40 * 2**20
"""of one part that is read as XML"""
LARGE_XML, MOST_RATIO = 4 * 2**20, 300
"""a large part of XML that is packed more tightly than this is no text"""
CONTENT_TYPES, MAIN = "[Content_Types].xml", "word/document.xml"
ENCRYPTED = 1
RESAVE = "请用 Word 或 WPS 打开，另存一份 .docx 再来。"
BROKEN_ZIP = (
    zipfile.BadZipFile,
    zlib.error,
    struct.error,
    EOFError,
    OSError,
    ValueError,
    RuntimeError,
    NotImplementedError,
)
"""what zipfile raises for archives that are cut off, garbled, or packed in ways it does not know"""
OTHERS = {"xl/": "Excel 表格", "ppt/": "PowerPoint 演示文稿", "content.xml": "ODF 文档（.odt、.ods）"}
"""by what a zip that is no DOCX is told"""


class Package:
    """文件包: the parts of a DOCX; trees of XML are made when asked for, and saved when marked as changed."""

    def __init__(self, data: bytes, name: str = "文件") -> None:
        """Open a DOCX.

        Raises:
            GeneratorError: it is no DOCX, broken, encrypted, or larger than any speech.
        """
        self.name = name
        self._archive = self._opened(data)
        self._entries = self._checked()
        self._trees: dict[str, Element] = {}
        self._changed: dict[str, Element] = {}
        self.main = self._main()

    def __contains__(self, part: str) -> bool:
        return part in self._entries or part in self._changed

    def tree(self, part: str) -> Element:
        """Return the root of a part; the same one each time."""
        if part not in self._trees:
            self._trees[part] = self._parsed(part)
        return self._trees[part]

    def put(self, part: str, root: Element) -> None:
        """Save this tree as the part's content."""
        self._trees[part] = self._changed[part] = root

    def saved(self) -> Iterator[tuple[str, bytes]]:
        """Yield every part with its content: changed trees written anew, all others as they were."""
        for part in chain(self._entries, (new for new in self._changed if new not in self._entries)):
            if part in self._changed:
                yield (
                    part,
                    etree.tostring(
                        self._changed[part], xml_declaration=True, encoding="UTF-8", standalone=True
                    ),
                )
            else:
                yield part, self._content(part)

    def related(self, part: str) -> Iterator[tuple[str, str, str]]:
        """Yield the relations of a part to others inside: id, the last word of its type, the other part's name."""
        relations = relations_of(part)
        if relations not in self:
            return
        for each in self.tree(relations).iter(f"{{{RELATION_FILE}}}Relationship"):
            if each.get("TargetMode") != "External":
                target = posixpath.join("/", posixpath.dirname(part), each.get("Target", ""))
                yield (
                    each.get("Id", ""),
                    each.get("Type", "").rpartition("/")[2],
                    posixpath.normpath(target)[1:],
                )

    def part_of_kind(self, kind: str) -> str:
        """Return the name of the part that the main part relates to in this way; empty when it is not there."""
        return next((to for _, of, to in self.related(self.main) if of == kind and to in self), "")

    def _opened(self, data: bytes) -> zipfile.ZipFile:
        try:
            return zipfile.ZipFile(io.BytesIO(data))
        except BROKEN_ZIP:
            raise self._fault("不是完好的 DOCX 文件（压缩包打不开，可能没有下载完整）") from None

    def _checked(self) -> dict[str, zipfile.ZipInfo]:
        entries = [entry for entry in self._archive.infolist() if not entry.is_dir()]
        if any(entry.flag_bits & ENCRYPTED for entry in entries):
            raise self._fault("加了密码", "请先在 Word 或 WPS 里去掉密码，另存一份再来。")
        if len(entries) > MOST_PARTS or sum(entry.file_size for entry in entries) > MOST_BYTES:
            raise self._fault("展开后太大，不像讲话稿", "请把正文复制到新文档里，另存一份再来。")
        found = {entry.filename: entry for entry in entries}
        if len(found) < len(entries):
            raise self._fault("不是完好的 DOCX 文件（压缩包里有重名的部分）")
        return found

    def _main(self) -> str:
        """Return the name of the main part, and see that it is a text."""
        main = MAIN
        if relations_of("") in self._entries:
            main = next((to for _, kind, to in self.related("") if kind == "officeDocument"), MAIN)
        for beginning, kind in OTHERS.items():
            if main.startswith(beginning) or (main not in self and beginning in self._entries):
                raise self._fault(f"是{kind}，不是 Word 文档", "请把文字复制到 Word 里，另存为 .docx 再来。")
        if main not in self:
            raise self._fault("不是 DOCX 文件（压缩包里没有 Word 正文）")
        kind = self.tree(main).tag
        if kind == f"{{{STRICT}}}document":
            raise self._fault("是“Strict Open XML 文档”", "请用 Word 打开，另存为“Word 文档 (*.docx)”再来。")
        if kind != w("document"):
            raise self._fault("不是 DOCX 文件（正文部分不是 Word 正文）")
        return main

    def _content(self, part: str) -> bytes:
        try:
            return self._archive.read(self._entries[part])
        except BROKEN_ZIP:
            raise self._fault(f"不是完好的 DOCX 文件（其中的 {part} 已损坏）") from None

    def _parsed(self, part: str) -> Element:
        """Return the root of a part of XML."""
        entry = self._entries[part]
        tight = entry.file_size > LARGE_XML and entry.file_size > MOST_RATIO * entry.compress_size
        if entry.file_size > MOST_XML or tight:
            raise self._fault("展开后太大，不像讲话稿", "请把正文复制到新文档里，另存一份再来。")
        try:
            return parsed(self._content(part))
        except DocumentType:
            raise self._fault(f"不能读：其中的 {part} 含有文档类型声明，正常的 Word 文件没有它") from None
        except (etree.XMLSyntaxError, UnicodeDecodeError):
            raise self._fault(f"不是完好的 DOCX 文件（其中的 {part} 已损坏）") from None

    def _fault(self, message: str, remedy: str = RESAVE) -> GeneratorError:
        return GeneratorError(f"{self.name} {message}", remedy)


class DocumentType(ValueError):
    """A part that declares a document type; that is how entities come in."""


def parsed(data: bytes) -> Element:
    """Return the root of a piece of XML that declares no document type, whatever its encoding.

    Raises:
        DocumentType: it declares one.
        UnicodeDecodeError, etree.XMLSyntaxError: it is no XML in UTF-8 or UTF-16.
    """
    if data[:2] in (b"\xff\xfe", b"\xfe\xff"):
        data = data.decode("utf-16").encode()
    elif data[:4] in (b"<\0?\0", b"\0<\0?", b"<\0!\0", b"\0<\0!"):
        data = data.decode("utf-16-le" if data[0] else "utf-16-be").encode()
    if b"<!DOCTYPE" in data:
        raise DocumentType
    root = etree.fromstring(data, _parser())
    if root.getroottree().docinfo.internalDTD is not None:
        raise DocumentType
    return root


def _parser() -> etree.XMLParser:
    # The encoding that a part declares is not asked: in UTF-7 or EBCDIC a document type could hide.
    return etree.XMLParser(
        encoding="utf-8",
        resolve_entities=False,
        load_dtd=False,
        no_network=True,
        huge_tree=False,
        remove_comments=True,
        remove_pis=True,
    )


def relations_of(part: str) -> str:
    """Return the name of the part that holds the relations of another; of the whole package for an empty name."""
    folder, name = posixpath.split(part)
    return posixpath.join(folder, "_rels", f"{name}.rels")
