/* script.c - see the header. */
#include "dispatcher/script.h"

#include "dispatcher/capitals.h"
#include "dispatcher/foreign.h"

#include <string.h>

struct _OqScript {
	const OqScriptTools *tools;
	OqSsml *ssml;
	OqWish wish;
	guint next_run;
	const OqSsmlRun *run; /* (nullable): that is being read */
	OqCursor *cursor;     /* (nullable): in it, where the Kazakh rules read it */
	OqForeign *foreign;   /* (nullable): … where they do not */
	OqUtterance ahead;    /* read, and not given yet */
	gboolean has_ahead;
	OqStyle style; /* of the run */
};

OqScript *
oq_script_new(const OqScriptTools *tools, OqSsml *ssml, OqWish *wish)
{
	OqScript *script = g_new0(OqScript, 1);

	script->tools = tools;
	script->ssml = ssml;
	script->wish = *wish;
	*wish = (OqWish){0};
	oq_utterance_init(&script->ahead);
	return script;
}

void
oq_script_free(OqScript *script)
{
	if (script == NULL)
		return;
	oq_cursor_free(script->cursor);
	oq_foreign_free(script->foreign);
	oq_utterance_clear(&script->ahead);
	oq_ssml_free(script->ssml);
	oq_wish_clear(&script->wish);
	g_free(script);
}

const GArray *
oq_script_marks(const OqScript *script)
{
	return script->ssml->marks;
}

/* Returns: (nullable): the language of the run, where it is not for the Kazakh rules. */
static const char *
choose_style(OqScript *script, const char *text)
{
	const OqScriptTools *tools = script->tools;
	const char *wanted =
		script->run->language != NULL ? script->run->language : script->wish.language;
	OqStyle abroad, *style = &script->style;

	*style = tools->settings->style;
	oq_wish_style(&script->wish, tools->speed_wpm, style);
	oq_tongues_set_voice(tools->tongues, &script->wish, style);
	abroad = *style;
	const char *language = oq_tongues_go_abroad(tools->tongues, &script->wish, wanted, &abroad);
	if (language == NULL || oq_foreign_is_kazakh(text, language))
		return NULL;
	*style = abroad;
	return language;
}

/* Spelling names capitals; the places of the letters stay. */
static void
make_small(char *text)
{
	char utf8[6];

	for (char *at = text; *at != '\0'; at = g_utf8_next_char(at)) {
		gint n_bytes = g_unichar_to_utf8(g_unichar_tolower(g_utf8_get_char(at)), utf8);
		if (n_bytes == g_utf8_skip[(guchar)*at])
			memcpy(at, utf8, (gsize)n_bytes);
	}
}

static void
begin_run(OqScript *script)
{
	const OqScriptTools *tools = script->tools;
	OqSsmlRun *run = &g_array_index(script->ssml->runs, OqSsmlRun, script->next_run++);
	gboolean is_spelled = run->is_spelled || script->wish.is_spelled;
	g_autofree char *text =
		g_strndup(script->ssml->text->str + run->start, run->end - run->start);

	script->run = run;
	tools->settings->punctuation = script->wish.punctuation;
	run->is_foreign = choose_style(script, text) != NULL;
	if (is_spelled && !run->is_foreign && script->wish.capitals != OQ_CAPITALS_SPELL)
		make_small(text);
	if (run->is_foreign)
		script->foreign = oq_foreign_new(
			text, is_spelled ? OQ_PUNCTUATION_SPELLING : script->wish.punctuation);
	else
		script->cursor = is_spelled ? oq_reader_spell(tools->reader, text)
					    : oq_reader_text(tools->reader, text);
}

static void
move(OqUtterance *utterance, guint64 n_bytes)
{
	utterance->start += n_bytes;
	utterance->end += n_bytes;
	for (guint i = 0; i < utterance->words->len; i++) {
		OqWord *word = &g_array_index(utterance->words, OqWord, i);
		word->start += n_bytes;
		word->end += n_bytes;
	}
}

/* Spelling does it by itself. */
static gboolean
names_capitals(const OqScript *script)
{
	return script->wish.capitals == OQ_CAPITALS_SPELL && script->tools->capital != NULL &&
	       !script->run->is_foreign && !script->run->is_spelled && !script->wish.is_spelled;
}

/* A text in memory cannot fail to be read. */
static gboolean
read_on(OqScript *script)
{
	gboolean found = FALSE;

	if (script->cursor != NULL)
		found = oq_cursor_next(script->cursor, &script->ahead, NULL);
	else if (script->foreign != NULL)
		found = oq_foreign_next(script->foreign, &script->ahead);
	if (!found)
		return FALSE;
	move(&script->ahead, script->run->start);
	if (names_capitals(script))
		oq_capitals_name(&script->ahead, script->ssml->text->str, script->tools->capital);
	return TRUE;
}

/* What follows the last utterance of a run is not the end of a text, if the message goes on. */
static void
end_run(const OqScript *script, OqUtterance *utterance)
{
	gboolean is_last = script->next_run == script->ssml->runs->len;

	if (!script->run->is_closed && !is_last)
		utterance->follows = OQ_BREAK_NONE;
	utterance->rest_ms = MAX(utterance->rest_ms, script->run->rest_ms);
}

static gboolean
find_ahead(OqScript *script)
{
	while (!script->has_ahead) {
		script->has_ahead = read_on(script);
		if (script->has_ahead)
			break;
		g_clear_pointer(&script->cursor, oq_cursor_free);
		g_clear_pointer(&script->foreign, oq_foreign_free);
		if (script->next_run == script->ssml->runs->len)
			return FALSE;
		begin_run(script);
	}
	return TRUE;
}

gboolean
oq_script_next(OqScript *script, OqUtterance *utterance, OqStyle *style)
{
	OqUtterance given;

	if (!find_ahead(script))
		return FALSE;
	given = script->ahead;
	script->ahead = *utterance;
	*utterance = given;
	*style = script->style;
	script->has_ahead = read_on(script);
	if (!script->has_ahead)
		end_run(script, utterance);
	return TRUE;
}

gboolean
oq_script_is_done(const OqScript *script)
{
	return !script->has_ahead && script->next_run == script->ssml->runs->len;
}

gboolean
oq_script_rings(const OqScript *script, guint64 byte)
{
	const GArray *runs = script->ssml->runs;
	gboolean is_foreign = FALSE;

	for (guint i = 0; i < runs->len; i++) {
		const OqSsmlRun *run = &g_array_index(runs, OqSsmlRun, i);
		if (run->start <= byte)
			is_foreign = run->is_foreign;
	}
	return script->wish.capitals == OQ_CAPITALS_ICON ||
	       (script->wish.capitals == OQ_CAPITALS_SPELL && is_foreign);
}

const char *
oq_script_text(const OqScript *script)
{
	return script->ssml->text->str;
}

guint
oq_script_volume_percent(const OqScript *script)
{
	return script->style.volume_percent;
}
