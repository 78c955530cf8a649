"""A PDF writer that is just able to set lines of text, for testing the checks."""


def _string(text):
    """A PDF string in Latin-1, where a soft hyphen is a character like any other."""
    escaped = text.encode("latin-1")
    for special in (b"\\", b"(", b")"):
        escaped = escaped.replace(special, b"\\" + special)
    return b"(" + escaped + b")"


def _content(lines, height):
    parts = [b"BT /F1 %g Tf 1 0 0 1 %g %g Tm %s Tj ET" % (size, x, height - baseline, _string(text))
             for x, baseline, size, text in lines]
    return b"\n".join(parts)


_TO_UNICODE = (b"/CIDInit /ProcSet findresource begin 12 dict begin begincmap /CMapName /U def "
               b"/CMapType 2 def 1 begincodespacerange <00> <FF> endcodespacerange "
               b"1 beginbfrange <20> <FF> <0020> endbfrange endcmap end end")


def small_pdf(pages, width=400, height=600):
    """The bytes of a PDF; a page is a list of (x, baseline from the top, size, text)."""
    kids = " ".join(f"{5 + 2 * i} 0 R" for i in range(len(pages)))
    objects = [b"<< /Type /Catalog /Pages 2 0 R >>",
               f"<< /Type /Pages /Kids [{kids}] /Count {len(pages)} >>".encode(),
               b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica "
               b"/Encoding /WinAnsiEncoding /ToUnicode 4 0 R >>",
               b"<< /Length %d >> stream\n%s\nendstream" % (len(_TO_UNICODE), _TO_UNICODE)]
    for i, lines in enumerate(pages):
        content = _content(lines, height)
        objects.append(f"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 {width} {height}] /Contents "
                       f"{6 + 2 * i} 0 R /Resources << /Font << /F1 3 0 R >> >> >>".encode())
        objects.append(b"<< /Length %d >> stream\n%s\nendstream" % (len(content), content))
    return pdf_file(objects)


def pdf_file(objects):
    """The bytes of a PDF of these objects; the first is its catalogue."""
    out, offsets = b"%PDF-1.7\n", []
    for number, body in enumerate(objects, 1):
        offsets.append(len(out))
        out += b"%d 0 obj %s endobj\n" % (number, body)
    table = b"".join(b"%010d 00000 n \n" % offset for offset in offsets)
    return out + (b"xref\n0 %d\n0000000000 65535 f \n%strailer << /Size %d /Root 1 0 R >>\n"
                  b"startxref\n%d\n%%%%EOF\n" % (len(objects) + 1, table, len(objects) + 1, len(out)))
