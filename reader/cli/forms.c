/* forms.c - see the header. */
#include "cli/forms.h"
#include "base/json.h"
#include "base/line.h"
#include "text/characters/escapes.h"
#include "text/doubts.h"
#include <glib/gi18n.h>
#include <string.h>

/* How many bytes from here on are surely neither white space nor control characters: no character
 * of those that begin with C2 (as NBSP does), with D8 or with three bytes is among them. */
static gsize
plain_bytes(const char *text)
{
	gsize n = 0;
	while ((guchar)text[n] > ' ' && text[n] != 0x7F && (guchar)text[n] != 0xC2 &&
		(guchar)text[n] != 0xD8 && (guchar)text[n] < 0xE0)
		n++;
	return n;
}

/* White space, line breaks included, becomes one space between words and none at the ends; what
 * steers a terminal or turns a line around there is left out. */
static void
append_collapsed(GString *out, const char *text)
{
	const char *end = text + strlen(text);
	gsize start = out->len;
	gboolean space = FALSE;
	for (const char *p = text; p < end;) {
		gsize n_bytes = plain_bytes(p);
		gsize n_escape = n_bytes == 0 ? oq_escapes_length(p, end, TRUE) : 0;
		if (n_escape > 0) {
			p += n_escape;
			continue;
		}
		if (n_bytes == 0) {
			gunichar character = g_utf8_get_char(p);
			gunichar folded = oq_line_fold(character);
			n_bytes = g_utf8_skip[(guchar)*p];
			if (folded == ' ' || folded == 0) {
				space |= folded == ' ' || g_unichar_iscntrl(character);
				p += n_bytes;
				continue;
			}
		}
		if (space && out->len > start)
			g_string_append_c(out, ' ');
		space = FALSE;
		g_string_append_len(out, p, n_bytes);
		p += n_bytes;
	}
}

/* An overlong sentence comes in several utterances, but it stays one line. */
static void
append_on_line(const OqUtterance *utterance, OqFormState *state, GString *out, const char *text)
{
	gboolean has_words = utterance->words->len > 0;
	if (has_words) {
		if (state->line_open)
			g_string_append_c(out, ' ');
		append_collapsed(out, text);
		state->line_open = TRUE;
	}
	if (state->line_open && utterance->follows >= OQ_BREAK_SENTENCE) {
		g_string_append_c(out, '\n');
		state->line_open = FALSE;
	}
}

gboolean
oq_forms_spoken(const OqUtterance *utterance, OqFormState *state, GString *out,
	GError **error G_GNUC_UNUSED)
{
	append_on_line(utterance, state, out, utterance->spoken->str);
	return TRUE;
}

gboolean
oq_forms_written(const OqUtterance *utterance, OqFormState *state, GString *out,
	GError **error G_GNUC_UNUSED)
{
	append_on_line(utterance, state, out, utterance->text->str);
	return TRUE;
}

gboolean
oq_forms_ipa(const OqUtterance *utterance, OqFormState *state, GString *out, GError **error)
{
	g_autofree char *phonemes = NULL;
	if (utterance->words->len > 0) {
		phonemes =
			oq_pool_phonemes(state->pool, utterance, &state->style, state->stop, error);
		if (phonemes == NULL)
			return FALSE;
	}
	append_on_line(utterance, state, out, phonemes != NULL ? phonemes : "");
	return TRUE;
}

static void
append_written(GString *out, const OqUtterance *utterance, guint64 start, guint64 end)
{
	const char *first = utterance->text->str + (start - utterance->start);
	g_autofree char *written = g_strndup(first, end - start);
	append_collapsed(out, written);
}

/* The words of one source range and language are neighbours; returns the index behind the last. */
static guint
range_end(const OqUtterance *utterance, guint first)
{
	const OqWord *head = oq_utterance_word(utterance, first);
	guint end = first + 1;
	while (end < utterance->words->len &&
		oq_utterance_word(utterance, end)->start == head->start &&
		oq_utterance_word(utterance, end)->end == head->end &&
		oq_utterance_word(utterance, end)->lang == head->lang)
		end++;
	return end;
}

static void
append_range(GString *out, const OqUtterance *utterance, guint first, guint end)
{
	const OqWord *head = oq_utterance_word(utterance, first);
	const OqWord *tail = oq_utterance_word(utterance, end - 1);
	g_string_append(out, "  ");
	append_written(out, utterance, head->start, head->end);
	g_string_append(out, " -> ");
	g_string_append_len(out, utterance->spoken->str + head->spoken_start,
		tail->spoken_end - head->spoken_start);
	if (head->rule != NULL)
		g_string_append_printf(out, "  [%s]", head->rule);
	if (head->lang != OQ_LANG_KK)
		g_string_append_printf(out, "  (%s)", oq_lang_name(head->lang));
	g_string_append_printf(
		out, "  %" G_GUINT64_FORMAT "-%" G_GUINT64_FORMAT "\n", head->start, head->end);
}

/* Those that stand before a place; returns the index of the next one. */
static guint
append_left_out(GString *out, const OqUtterance *utterance, guint at, guint64 before)
{
	for (; at < utterance->left_out->len; at++) {
		const OqLeftOut *range = &g_array_index(utterance->left_out, OqLeftOut, at);
		if (range->start >= before)
			break;
		g_string_append(out, "  ");
		append_written(out, utterance, range->start, range->end);
		g_string_append_printf(out,
			" ->  [%s]  %" G_GUINT64_FORMAT "-%" G_GUINT64_FORMAT "\n", range->rule,
			range->start, range->end);
	}
	return at;
}

gboolean
oq_forms_explain(const OqUtterance *utterance, OqFormState *state G_GNUC_UNUSED, GString *out,
	GError **error G_GNUC_UNUSED)
{
	append_collapsed(out, utterance->text->str);
	g_string_append_c(out, '\n');
	if (utterance->words->len == 0)
		g_string_append_printf(out, "  %s\n", _("nothing to say"));
	guint left_out = 0;
	for (guint first = 0; first < utterance->words->len;) {
		guint end = range_end(utterance, first);
		left_out = append_left_out(
			out, utterance, left_out, oq_utterance_word(utterance, first)->start);
		append_range(out, utterance, first, end);
		first = end;
	}
	append_left_out(out, utterance, left_out, G_MAXUINT64);
	g_string_append_c(out, '\n');
	return TRUE;
}

/* (nullable): what is said of it. */
static char *
said_of(const OqUtterance *utterance, const OqDoubt *doubt)
{
	if (doubt->end_word == doubt->first_word)
		return NULL;
	guint32 start = oq_utterance_word(utterance, doubt->first_word)->spoken_start;
	guint32 end = oq_utterance_word(utterance, doubt->end_word - 1)->spoken_end;
	return g_strndup(utterance->spoken->str + start, end - start);
}

static void
append_doubt(
	GString *out, const OqUtterance *utterance, const OqFormState *state, const OqDoubt *doubt)
{
	static const char *const reasons[] = {
		[OQ_DOUBT_ABBREVIATION] = N_("an abbreviation that no table has"),
		[OQ_DOUBT_ACRONYM] = N_("capitals that no table has"),
		[OQ_DOUBT_NAME] = N_("in letters of another alphabet"),
		[OQ_DOUBT_SIGN] = N_("a sign that is not read"),
		[OQ_DOUBT_DATE] = N_("may be another date, or none"),
	};
	g_autofree char *name = oq_line_shown(state->name != NULL ? state->name : "-");
	g_autofree char *said = said_of(utterance, doubt);
	g_string_append_printf(
		out, "%s:%u: ", name, oq_document_line(state->document, doubt->start));
	append_written(out, utterance, doubt->start, doubt->end);
	if (said != NULL)
		g_string_append_printf(out, " -> %s", said);
	g_string_append_printf(out, "  (%s)\n", _(reasons[doubt->kind]));
}

gboolean
oq_forms_doubts(const OqUtterance *utterance, OqFormState *state, GString *out,
	GError **error G_GNUC_UNUSED)
{
	oq_doubts_find(state->lexicon, utterance, state->doubts);
	for (guint i = 0; i < state->doubts->len; i++)
		append_doubt(out, utterance, state, &g_array_index(state->doubts, OqDoubt, i));
	return TRUE;
}

static void
append_json_member(GString *out, const char *name, const char *text, gsize n_bytes)
{
	g_string_append_printf(out, ",\"%s\":", name);
	oq_json_append_string(out, text, n_bytes);
}

static void
append_json_lang(GString *out, OqLang lang)
{
	const char *name = oq_lang_name(lang);
	append_json_member(out, "lang", name, strlen(name));
}

/* Of plain text it is nothing but lines. */
static void
append_json_block(GString *out, const OqBlock *block)
{
	static const char *const kinds[] = {[OQ_BLOCK_PARAGRAPH] = "paragraph",
		[OQ_BLOCK_HEADING] = "heading",
		[OQ_BLOCK_ITEM] = "item",
		[OQ_BLOCK_CELL] = "cell",
		[OQ_BLOCK_QUOTE] = "quote",
		[OQ_BLOCK_NOTE] = "note"};
	if (block == NULL || block->kind == OQ_BLOCK_LINES)
		return;
	g_string_append_printf(out, ",\"kind\":\"%s\"", kinds[block->kind]);
	if (block->level > 0)
		g_string_append_printf(out, ",\"level\":%u", block->level);
}

static void
append_json_word(GString *out, const OqUtterance *utterance, const OqWord *word)
{
	g_string_append_printf(out,
		"{\"start\":%" G_GUINT64_FORMAT ",\"end\":%" G_GUINT64_FORMAT ",\"spoken\":",
		word->start, word->end);
	oq_json_append_string(out, utterance->spoken->str + word->spoken_start,
		word->spoken_end - word->spoken_start);
	if (word->rule != NULL)
		append_json_member(out, "rule", word->rule, strlen(word->rule));
	if (word->lang != utterance->lang)
		append_json_lang(out, word->lang);
	g_string_append_c(out, '}');
}

static void
append_json_left_out(GString *out, const OqUtterance *utterance)
{
	for (guint i = 0; i < utterance->left_out->len; i++) {
		const OqLeftOut *range = &g_array_index(utterance->left_out, OqLeftOut, i);
		g_string_append_printf(out,
			"%s{\"start\":%" G_GUINT64_FORMAT ",\"end\":%" G_GUINT64_FORMAT,
			i > 0 ? "," : ",\"left_out\":[", range->start, range->end);
		append_json_member(out, "rule", range->rule, strlen(range->rule));
		g_string_append_c(out, '}');
	}
	if (utterance->left_out->len > 0)
		g_string_append_c(out, ']');
}

static void
append_json_file(GString *out, const char *file)
{
	if (file == NULL)
		return;
	g_autofree char *name = g_filename_display_name(file);
	g_string_append(out, "\"file\":");
	oq_json_append_string(out, name, strlen(name));
	g_string_append_c(out, ',');
}

gboolean
oq_forms_json(const OqUtterance *utterance, OqFormState *state, GString *out,
	GError **error G_GNUC_UNUSED)
{
	g_string_append_c(out, '{');
	append_json_file(out, state->file);
	g_string_append_printf(out,
		"\"paragraph\":%u,\"start\":%" G_GUINT64_FORMAT ",\"end\":%" G_GUINT64_FORMAT,
		utterance->paragraph, utterance->start, utterance->end);
	append_json_block(out, state->block);
	append_json_member(out, "text", utterance->text->str, utterance->text->len);
	append_json_member(out, "spoken", utterance->spoken->str, utterance->spoken->len);
	append_json_lang(out, utterance->lang);
	g_string_append(out, ",\"words\":[");
	for (guint i = 0; i < utterance->words->len; i++) {
		if (i > 0)
			g_string_append_c(out, ',');
		append_json_word(out, utterance, oq_utterance_word(utterance, i));
	}
	g_string_append_c(out, ']');
	append_json_left_out(out, utterance);
	if (utterance->rest_ms > 0)
		g_string_append_printf(out, ",\"pause_ms\":%u", utterance->rest_ms);
	g_string_append(out, "}\n");
	return TRUE;
}
