/* docx_math.h - formulas of a DOCX (OMML), in a line, as those of MathML are read. */
#pragma once

#include "open/markup/xml_pull.h"

/** All zero: no text was yet. */
typedef struct {
	guint powers; /* around */
	gboolean is_after_digit;
} OqDocxMath;

/** oq_docx_math_enter: an element starts. Returns: (nullable) (transfer none): what stands for
 * that: "/" between the parts of a fraction. _leave: it ends: "√" before what a root is of. */
const char *oq_docx_math_enter(OqDocxMath *math, const OqXmlPull *xml);
const char *oq_docx_math_leave(OqDocxMath *math, const OqXmlPull *xml);

/** oq_docx_math_take: @text (not empty) comes, of a formula or not.
 * @is_raised: (inout): becomes TRUE of figures that are a power
 * Returns: whether it stands apart, as other powers do */
gboolean oq_docx_math_take(OqDocxMath *math, const char *text, gboolean *is_raised);
