/* math_line.h - a formula (MathML) within the XML of another format, as hypertext has it in a line.
 */
#pragma once

#include "open/markup/xml_pull.h"

/** oq_math_line_read: @xml: "math" has started; its end has then been, or an error is next.
 * Returns: (transfer full): without white space at its ends; of a very long one, the beginning */
char *oq_math_line_read(OqXmlPull *xml);
