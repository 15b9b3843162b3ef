/* markdown_notes.c - see the header. */
#include "open/loaders/markdown_notes.h"

#include "open/notes.h"

#include <string.h>

enum { MAX_NAME_BYTES = 256 };

struct _OqMarkdownNotes {
	OqMarkdownPlain plain;
	OqNoteBook *book;
	GHashTable *names; /* char *: of all notes */
	GPtrArray *fresh;  /* char *: those that the block refers to, in order */
};

/** While the notes are taken out. */
typedef struct {
	OqMarkdownNotes *notes;
	GString *rest;     /* what is no note */
	char *name;        /* nullable: of the note that goes on */
	GString *text;     /* … so far */
	gboolean is_blank; /* the last line was */
	char fence;        /* of the code that goes on; 0: there is none */
} Taking;

OqMarkdownNotes *
oq_markdown_notes_new(OqNotes wish, OqMarkdownPlain plain)
{
	OqMarkdownNotes *notes = g_new0(OqMarkdownNotes, 1);
	notes->plain = plain;
	notes->book = oq_note_book_new(wish);
	notes->names = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
	notes->fresh = g_ptr_array_new_with_free_func(g_free);
	return notes;
}

void
oq_markdown_notes_free(OqMarkdownNotes *notes)
{
	if (notes == NULL)
		return;
	oq_note_book_free(notes->book);
	g_hash_table_unref(notes->names);
	g_ptr_array_unref(notes->fresh);
	g_free(notes);
}

/* Behind "[^": Returns: (transfer full) (nullable): the name; NULL: this is none. */
static char *
name_at(const char *text)
{
	gsize n_bytes = strcspn(text, "]^ \t\r\n");
	return n_bytes > 0 && n_bytes < MAX_NAME_BYTES && text[n_bytes] == ']'
		       ? g_strndup(text, n_bytes)
		       : NULL;
}

static void
end_note(Taking *taking)
{
	if (taking->name == NULL)
		return;
	g_autofree char *text = taking->notes->plain(taking->text->str);
	oq_note_book_add(taking->notes->book, taking->name, g_strstrip(text));
	g_clear_pointer(&taking->name, g_free);
	g_string_truncate(taking->text, 0);
}

/* The first one of a name counts. */
static gboolean
begin_note(Taking *taking, const char *line, gsize indent)
{
	if (indent > 3 || strncmp(line + indent, "[^", 2) != 0)
		return FALSE;
	g_autofree char *name = name_at(line + indent + 2);
	const char *colon = name != NULL ? line + indent + 3 + strlen(name) : "";
	if (*colon != ':' || g_hash_table_contains(taking->notes->names, name))
		return FALSE;
	end_note(taking);
	g_hash_table_add(taking->notes->names, g_strdup(name));
	taking->name = g_steal_pointer(&name);
	g_string_append_printf(taking->text, "%s\n", colon + 1 + strspn(colon + 1, " \t"));
	return TRUE;
}

/* In code nothing is a note. */
static void
look_at_fence(Taking *taking, const char *line, gsize indent)
{
	char mark = line[indent];
	if (indent > 3 || (mark != '`' && mark != '~') ||
		strspn(line + indent, (char[]){mark, 0}) < 3)
		return;
	if (taking->fence == 0)
		taking->fence = mark;
	else if (taking->fence == mark)
		taking->fence = 0;
}

/* A paragraph of a note goes on in the next line; another paragraph of it is indented. */
static void
take_line(Taking *taking, const char *line)
{
	gsize indent = strspn(line, " ");
	gboolean is_blank = line[strspn(line, " \t\r")] == '\0';
	gboolean is_indented = indent > 3 || line[indent] == '\t';
	if (taking->fence == 0 && begin_note(taking, line, indent)) {
		taking->is_blank = FALSE;
		return;
	}
	if (taking->name != NULL && !is_blank && !is_indented && taking->is_blank)
		end_note(taking);
	taking->is_blank = is_blank;
	if (taking->name != NULL) {
		g_string_append_printf(taking->text, "%s\n", line + strspn(line, " \t"));
		return;
	}
	look_at_fence(taking, line, indent);
	g_string_append_printf(taking->rest, "%s\n", line);
}

char *
oq_markdown_notes_take(OqMarkdownNotes *notes, const char *text)
{
	g_autoptr(GString) note = g_string_new(NULL);
	Taking taking = {.notes = notes, .rest = g_string_new(NULL), .text = note};
	for (const char *end; *text != '\0'; text = *end != '\0' ? end + 1 : end) {
		end = strchrnul(text, '\n');
		g_autofree char *line = g_strndup(text, (gsize)(end - text));
		take_line(&taking, line);
	}
	end_note(&taking);
	return g_string_free(taking.rest, FALSE);
}

void
oq_markdown_notes_refer(OqMarkdownNotes *notes, const char *text, GString *out)
{
	for (const char *mark; (mark = strstr(text, "[^")) != NULL;) {
		char *name = name_at(mark + 2);
		gboolean is_one = name != NULL && g_hash_table_contains(notes->names, name);
		g_string_append_len(out, text, is_one ? mark - text : mark + 2 - text);
		text = is_one ? mark + strlen(name) + 3 : mark + 2;
		if (is_one)
			g_ptr_array_add(notes->fresh, name);
		else
			g_free(name);
	}
	g_string_append(out, text);
}

void
oq_markdown_notes_take_back(OqMarkdownNotes *notes)
{
	g_ptr_array_set_size(notes->fresh, 0);
}

void
oq_markdown_notes_end_block(OqMarkdownNotes *notes, OqBlockWriter *out)
{
	for (guint i = 0; i < notes->fresh->len; i++)
		oq_note_book_refer(notes->book, g_ptr_array_index(notes->fresh, i));
	oq_markdown_notes_take_back(notes);
	oq_note_book_end_block(notes->book, out);
}

void
oq_markdown_notes_end(OqMarkdownNotes *notes, OqBlockWriter *out)
{
	oq_note_book_end(notes->book, out);
}
