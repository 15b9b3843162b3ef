/* hypertext_math.c - hypertext.c: formulas of MathML, in a line. */
#include "open/markup/hypertext-private.h"

#include <string.h>

/* What is written for somebody who cannot see the formula, and not for TeX. */
static gboolean
is_for_people(const char *text)
{
	return text != NULL && *text != '\0' && strpbrk(text, "\\{}^_$") == NULL;
}

static gboolean
is_apart(const char *const *attributes)
{
	const char *display = oq_elements_attribute(attributes, "display");
	return display != NULL && strcmp(display, "block") == 0;
}

gboolean
oq_hypertext_is_math(OqElement element)
{
	return element == OQ_ELEMENT_MATH || element == OQ_ELEMENT_FRACTION ||
	       element == OQ_ELEMENT_POWER || element == OQ_ELEMENT_PARTS ||
	       element == OQ_ELEMENT_ROOT;
}

/* 3½ is no 31/2. */
static void
start_fraction(OqHypertext *hypertext)
{
	const GString *text = hypertext->text;
	if (hypertext->is_open && text->len > 0 && g_ascii_isdigit(text->str[text->len - 1]))
		oq_hypertext_space(hypertext);
}

void
oq_hypertext_start_math(
	OqHypertext *hypertext, OqHypertextFrame *frame, const char *const *attributes)
{
	static const char root[] = "\342\210\232";
	if (frame->element == OQ_ELEMENT_ROOT)
		oq_hypertext_text(hypertext, root, -1);
	else if (frame->element == OQ_ELEMENT_FRACTION)
		start_fraction(hypertext);
	if (frame->element != OQ_ELEMENT_MATH)
		return;
	const char *text = oq_elements_attribute(attributes, "alttext");
	frame->is_apart = is_apart(attributes);
	if (frame->is_apart)
		oq_hypertext_space(hypertext);
	if (!is_for_people(text))
		return;
	oq_hypertext_text(hypertext, text, -1);
	frame->is_skipped = TRUE;
}

void
oq_hypertext_end_math(OqHypertext *hypertext, const OqHypertextFrame *frame)
{
	if (frame->is_apart)
		oq_hypertext_space(hypertext);
}

/* x², but "x n": what is no digit does not become a part of the word before it. */
void
oq_hypertext_start_part(OqHypertext *hypertext, OqHypertextFrame *frame, OqElement whole,
	guint n_parts, const char *name)
{
	if (n_parts == 0 || !oq_hypertext_is_math(whole))
		return;
	if (whole == OQ_ELEMENT_FRACTION)
		oq_hypertext_text(hypertext, "/", 1);
	else if (whole == OQ_ELEMENT_POWER && strcmp(name, "mn") == 0)
		frame->element = OQ_ELEMENT_RAISED;
	else if (whole == OQ_ELEMENT_PARTS || whole == OQ_ELEMENT_POWER)
		oq_hypertext_space(hypertext);
}
