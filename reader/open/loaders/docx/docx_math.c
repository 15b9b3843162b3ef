/* docx_math.c - see the header. */
#include "open/loaders/docx/docx_math.h"

#include <string.h>

const char *
oq_docx_math_enter(OqDocxMath *math, const OqXmlPull *xml)
{
	math->powers += oq_xml_pull_is(xml, "sup");
	if (oq_xml_pull_is(xml, "den"))
		return "/";
	if (oq_xml_pull_is(xml, "f") && math->is_after_digit) /* 3½ is no 31/2 */
		return " ";
	return oq_xml_pull_is(xml, "sub") ? " " : NULL;
}

const char *
oq_docx_math_leave(OqDocxMath *math, const OqXmlPull *xml)
{
	math->powers -= oq_xml_pull_is(xml, "sup") && math->powers > 0;
	return oq_xml_pull_is(xml, "deg") ? "\342\210\232" : NULL;
}

gboolean
oq_docx_math_take(OqDocxMath *math, const char *text, gboolean *is_raised)
{
	gsize n = strlen(text);
	gboolean is_figure = strspn(text, "0123456789") == n;
	math->is_after_digit = n > 0 && g_ascii_isdigit(text[n - 1]);
	*is_raised |= math->powers > 0 && is_figure;
	return math->powers > 0 && !is_figure;
}
