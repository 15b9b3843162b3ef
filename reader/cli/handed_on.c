/* handed_on.c - see the header. */
#include "cli/handed_on.h"

static gboolean
is_handed_on(const OqOption *option, guint traits, guint other)
{
	return oq_options_fits(option, traits) && oq_options_fits(option, other) &&
	       option->group != OQ_GROUP_TALK && option->group != OQ_GROUP_ALONE &&
	       option->member != G_STRUCT_OFFSET(OqOptions, jobs_text) &&
	       option->member != G_STRUCT_OFFSET(OqOptions, format);
}

/* @value: (nullable): it takes none */
static void
add(const OqOption *option, const char *value, GPtrArray *command)
{
	g_ptr_array_add(
		command, g_strconcat("--", option->name, value != NULL ? "=" : NULL, value, NULL));
}

static void
hand_on(const OqOption *option, const OqOptions *options, GPtrArray *command)
{
	gconstpointer member = (const char *)options + option->member;

	if (option->is_list)
		for (char *const *values = *(char *const *const *)member; *values != NULL; values++)
			add(option, *values, command);
	else
		add(option, option->value != NULL ? *(char *const *)member : NULL, command);
}

void
oq_handed_on(const OqOptions *options, guint traits, guint other, GPtrArray *command)
{
	gsize n_options;
	const OqOption *table = oq_options_table(&n_options);

	for (gsize i = 0; i < n_options; i++)
		if (is_handed_on(&table[i], traits, other) &&
			oq_options_is_given(options, &table[i]))
			hand_on(&table[i], options, command);
}
