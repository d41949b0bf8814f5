"""批注: the comments of a DOCX: what each gap needs, and on request where each sentence comes from."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from generator.layout import Run
from generator.model import Provenance
from generator.writers.docx_text import DECLARATION, text_xml

AUTHOR, INITIALS = "讲稿", "讲"
HEAD = f'{DECLARATION}<w:comments xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">'
MARK = (
    '<w:r><w:rPr><w:rStyle w:val="CommentReference"/></w:rPr><w:annotationRef/></w:r>'
    '<w:r><w:rPr><w:rFonts w:hint="eastAsia"/></w:rPr>'
)


@dataclass(frozen=True, slots=True)
class Remarks:
    """批注的内容: what is to be said of a run or a sentence."""

    questions: Mapping[str, str] = field(default_factory=dict)
    trace: bool = False

    def of_gap(self, run: Run) -> str:
        """Return what a gap needs."""
        question = self.questions.get(run.slot, "")
        return (
            f"待填“{run.slot}”：{question}"
            if question
            else f"待填“{run.slot}”：请在要素的参数里写上，或在此处直接改写。"
        )

    def of_origin(self, origin: Provenance) -> str:
        """Return where a sentence comes from; nothing when that is not asked for or not known."""
        if not self.trace or not origin.origin:
            return ""
        key = f" {origin.key}" if origin.key else ""
        line = f":{origin.line}" if origin.line else ""
        file = f"（{origin.file}{line}）" if origin.file else ""
        return f"出处：{origin.origin}{key}{file}"


def opening(number: int) -> str:
    """Return the anchor that opens the range of a comment."""
    return f'<w:commentRangeStart w:id="{number}"/>'


def closing(number: int) -> str:
    """Return the anchor that closes the range, and the mark of the comment."""
    return (
        f'<w:commentRangeEnd w:id="{number}"/><w:r><w:rPr><w:rStyle w:val="CommentReference"/></w:rPr>'
        f'<w:commentReference w:id="{number}"/></w:r>'
    )


def comments_xml(texts: Sequence[str], date: str) -> str:
    """Return comments.xml; `date` is an ISO date, or empty for comments without one."""
    dated = f' w:date="{date}T00:00:00Z"' if date else ""
    return (
        HEAD + "".join(_comment(number, text, dated) for number, text in enumerate(texts)) + "</w:comments>"
    )


def _comment(number: int, text: str, dated: str) -> str:
    return (
        f'<w:comment w:id="{number}" w:author="{AUTHOR}"{dated} w:initials="{INITIALS}"><w:p><w:pPr>'
        f'<w:pStyle w:val="CommentText"/></w:pPr>{MARK}{text_xml(text)}</w:r></w:p></w:comment>'
    )
