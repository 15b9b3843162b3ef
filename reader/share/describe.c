/* describe.c - see the header.
 *
 *     describe bash|zsh|fish TEMPLATE OUT   writes the template with the tables in place of its
 * line @table@ describe table                        prints them
 */
#include "share/describe.h"
#include "cli/messages.h"
#include "cli/output.h"
#include <string.h>

#define MARK "@table@\n"

typedef void (*Form)(GString *out);

static Form
find_form(const char *name)
{
	static const struct {
		const char *name;
		Form form;
	} forms[] = {{"bash", oq_describe_bash}, {"zsh", oq_describe_zsh},
		{"fish", oq_describe_fish}, {"table", oq_describe_table}};
	for (gsize i = 0; i < G_N_ELEMENTS(forms); i++) {
		if (strcmp(name, forms[i].name) == 0)
			return forms[i].form;
	}
	return NULL;
}

static gboolean
fill_in(Form form, const char *template, const char *path, GError **error)
{
	g_autofree char *text = NULL;
	if (!g_file_get_contents(template, &text, NULL, error))
		return FALSE;
	char *mark = strstr(text, MARK);
	if (mark == NULL) {
		g_set_error(
			error, G_FILE_ERROR, G_FILE_ERROR_INVAL, "%s has no line " MARK, template);
		return FALSE;
	}
	g_autoptr(GString) out = g_string_new_len(text, mark - text);
	form(out);
	g_string_append(out, mark + strlen(MARK));
	return g_file_set_contents(path, out->str, (gssize)out->len, error);
}

static gboolean
print(Form form, GError **error)
{
	g_autoptr(GString) out = g_string_new(NULL);
	form(out);
	return oq_output_print(out->str, error);
}

int
main(int n_arguments, char **arguments)
{
	g_autoptr(GError) error = NULL;
	Form form = n_arguments > 1 ? find_form(arguments[1]) : NULL;
	if (form == NULL || (n_arguments != 2 && n_arguments != 4))
		oq_messages_say("describe bash|zsh|fish|table [TEMPLATE OUT]");
	else if (n_arguments == 2 ? print(form, &error)
				  : fill_in(form, arguments[2], arguments[3], &error))
		return 0;
	else
		oq_messages_say(error->message);
	return 1;
}
