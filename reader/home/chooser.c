/* chooser.c - see the header. */
#include "home/chooser.h"

struct _OqChooser {
	GPtrArray *choices; /* of OqChoice */
	guint index;
};

static void
free_choice(gpointer data)
{
	OqChoice *choice = data;

	g_free(choice->label);
	g_free(choice);
}

OqChooser *
oq_chooser_new(void)
{
	OqChooser *chooser = g_new0(OqChooser, 1);

	chooser->choices = g_ptr_array_new_with_free_func(free_choice);
	return chooser;
}

void
oq_chooser_free(OqChooser *chooser)
{
	if (chooser == NULL)
		return;
	g_ptr_array_unref(chooser->choices);
	g_free(chooser);
}

void
oq_chooser_add(OqChooser *chooser, const char *label, guint64 value)
{
	OqChoice *choice = g_new(OqChoice, 1);

	*choice = (OqChoice){g_strdup(label), value};
	g_ptr_array_add(chooser->choices, choice);
}

guint
oq_chooser_n_choices(const OqChooser *chooser)
{
	return chooser->choices->len;
}

gboolean
oq_chooser_move(OqChooser *chooser, gint n)
{
	if (chooser->choices->len == 0)
		return FALSE;
	gint64 wanted = (gint64)chooser->index + n;
	gint64 last = (gint64)chooser->choices->len - 1;

	chooser->index = (guint)CLAMP(wanted, 0, last);
	return wanted >= 0 && wanted <= last;
}

void
oq_chooser_move_to(OqChooser *chooser, guint64 value)
{
	chooser->index = 0;
	for (guint i = 0; i < chooser->choices->len; i++) {
		const OqChoice *choice = g_ptr_array_index(chooser->choices, i);
		if (choice->value <= value)
			chooser->index = i;
	}
}

void
oq_chooser_find(OqChooser *chooser, guint64 value)
{
	for (guint i = chooser->choices->len; i-- > 0;) {
		const OqChoice *choice = g_ptr_array_index(chooser->choices, i);
		if (choice->value == value)
			chooser->index = i;
	}
}

const OqChoice *
oq_chooser_here(const OqChooser *chooser)
{
	return chooser->choices->len > 0 ? g_ptr_array_index(chooser->choices, chooser->index)
					 : NULL;
}

guint
oq_chooser_index(const OqChooser *chooser)
{
	return chooser->index;
}

void
oq_chooser_remove(OqChooser *chooser)
{
	g_return_if_fail(chooser->choices->len > 0);

	g_ptr_array_remove_index(chooser->choices, chooser->index);
	if (chooser->index > 0 && chooser->index == chooser->choices->len)
		chooser->index--;
}
