/* pdf_marks.h - what stands before an item of a list: bullets, dashes, numbers. */
#pragma once

#include <glib.h>

/** oq_pdf_marks_bullet: bytes of the bullet, which means nothing else, that @text begins with. */
gsize oq_pdf_marks_bullet(const char *text);

/** oq_pdf_marks_is_mark: @text is a bullet, a dash or a number such as "2)" and nothing more. */
gboolean oq_pdf_marks_is_mark(const char *text);

/** oq_pdf_marks_skip: bytes of the bullet or dash and the space that @text begins with; numbers
 * are said. */
gsize oq_pdf_marks_skip(const char *text);
