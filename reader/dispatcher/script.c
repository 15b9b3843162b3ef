/* script.c - see the header. */
#include "dispatcher/script.h"

struct _OqScript {
	const OqScriptTools *tools;
	OqSsml *ssml;
	OqWish wish;
	guint next_run;
	const OqSsmlRun *run; /* (nullable): that is being read */
	OqCursor *cursor;     /* (nullable): in it */
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

static void
choose_style(OqScript *script)
{
	const OqScriptTools *tools = script->tools;
	const char *language =
		script->run->language != NULL ? script->run->language : script->wish.language;

	script->style = tools->settings->style;
	oq_wish_style(&script->wish, tools->speed_wpm, &script->style);
	oq_tongues_choose(tools->tongues, &script->wish, language, &script->style);
}

static void
begin_run(OqScript *script)
{
	const OqScriptTools *tools = script->tools;
	const OqSsmlRun *run = &g_array_index(script->ssml->runs, OqSsmlRun, script->next_run++);
	g_autofree char *text =
		g_strndup(script->ssml->text->str + run->start, run->end - run->start);

	script->run = run;
	choose_style(script);
	tools->settings->punctuation = script->wish.punctuation;
	script->cursor = run->is_spelled || script->wish.is_spelled
				 ? oq_reader_spell(tools->reader, text)
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

/* A text in memory cannot fail to be read. */
static gboolean
read_on(OqScript *script)
{
	if (script->cursor == NULL || !oq_cursor_next(script->cursor, &script->ahead, NULL))
		return FALSE;
	move(&script->ahead, script->run->start);
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
