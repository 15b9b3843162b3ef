/* chapters.c - see the header. */
#include "radio/sidecars/chapters.h"

#include "base/json.h"
#include "radio/sidecars/clock.h"
#include "radio/sidecars/shown.h"

#include <string.h>

#define NUMBER "%" G_GUINT64_FORMAT

/** The chapter that has begun. */
typedef struct {
	const OqTranscript *transcript;
	OqChaptersEach each;
	gpointer data;
	GString *title;
	guint64 frame;
	gboolean is_heading; /* its title is one */
} Open;

static void
end_chapter(Open *open, guint64 frame)
{
	if (open->title->len > 0)
		open->each(open->frame, frame, open->title->str, open->data);
	g_string_truncate(open->title, 0);
}

static void
add_to_title(Open *open, const char *text)
{
	g_autoptr(GString) shown = g_string_new(NULL);

	oq_shown_append(shown, text, strlen(text));
	if (open->title->len > 0 && shown->len > 0)
		g_string_append_c(open->title, ' ');
	g_string_append(open->title, shown->str);
}

/* What has neither title nor file is called by its number. */
static void
add_item_title(Open *open, guint i)
{
	const OqTranscriptItem *item = oq_transcript_item(open->transcript, i);
	g_autofree char *base = item->file != NULL ? g_path_get_basename(item->file) : NULL;
	g_autofree char *name = base != NULL ? g_filename_display_name(base) : NULL;

	if (item->title != NULL)
		add_to_title(open, item->title);
	if (open->title->len == 0 && name != NULL)
		add_to_title(open, name);
	if (open->title->len == 0)
		g_string_append_printf(open->title, "%u", i + 1);
}

static void
begin_chapter(Open *open, const OqTranscriptSentence *sentence, gboolean is_first)
{
	end_chapter(open, sentence->frame);
	open->frame = is_first ? 0 : sentence->frame;
}

/* A heading of several sentences is one. */
static void
add_sentence(Open *open, const OqTranscriptSentence *sentence, const OqTranscriptSentence *before)
{
	gboolean is_item = before == NULL || before->item != sentence->item;
	gboolean is_heading = sentence->kind == OQ_BLOCK_HEADING;
	const OqTranscriptItem *item = oq_transcript_item(open->transcript, sentence->item);

	if (is_item && (item->title != NULL || !is_heading)) {
		begin_chapter(open, sentence, before == NULL);
		add_item_title(open, sentence->item);
		open->is_heading = FALSE;
	} else if (is_heading && !is_item && before->kind == OQ_BLOCK_HEADING &&
		   before->paragraph == sentence->paragraph) {
		if (open->is_heading)
			add_to_title(open, sentence->text);
	} else if (is_heading) {
		begin_chapter(open, sentence, before == NULL);
		add_to_title(open, sentence->text);
		open->is_heading = TRUE;
	}
}

void
oq_chapters_each(const OqTranscript *transcript, OqChaptersEach each, gpointer data)
{
	g_autoptr(GString) title = g_string_new(NULL);
	Open open = {transcript, each, data, title, 0, FALSE};

	for (guint i = 0; i < transcript->sentences->len; i++)
		add_sentence(&open, oq_transcript_sentence(transcript, i),
			i > 0 ? oq_transcript_sentence(transcript, i - 1) : NULL);
	end_chapter(&open, transcript->n_frames);
}

/** What is written into, and how long a second is. */
typedef struct {
	GString *out;
	guint rate_hz;
	gboolean has_one; /* a chapter was written */
} Writing;

static void
append_line(guint64 frame, guint64 end_frame G_GNUC_UNUSED, const char *title, gpointer data)
{
	Writing *writing = data;

	oq_clock_append(writing->out, frame, writing->rate_hz, OQ_CLOCK_SECONDS);
	g_string_append_printf(writing->out, " %s\n", title);
}

char *
oq_chapters_text(const OqTranscript *transcript)
{
	Writing writing = {g_string_new(NULL), transcript->rate_hz, FALSE};

	oq_chapters_each(transcript, append_line, &writing);
	return g_string_free(writing.out, FALSE);
}

static void
append_seconds(Writing *writing, const char *name, guint64 frame)
{
	guint64 ms = oq_clock_ms(frame, writing->rate_hz);

	g_string_append_printf(
		writing->out, "\"%s\":" NUMBER ".%03u,", name, ms / 1000, (guint)(ms % 1000));
}

static void
append_object(guint64 frame, guint64 end_frame, const char *title, gpointer data)
{
	Writing *writing = data;

	g_string_append(writing->out, writing->has_one ? ",\n{" : "\n{");
	append_seconds(writing, "startTime", frame);
	append_seconds(writing, "endTime", end_frame);
	g_string_append(writing->out, "\"title\":");
	oq_json_append_string(writing->out, title, strlen(title));
	g_string_append_c(writing->out, '}');
	writing->has_one = TRUE;
}

char *
oq_chapters_json(const OqTranscript *transcript, const char *file)
{
	g_autofree char *name = g_filename_display_name(file);
	Writing writing = {
		g_string_new("{\"version\":\"1.2.0\",\"fileName\":"), transcript->rate_hz, FALSE};

	oq_json_append_string(writing.out, name, strlen(name));
	g_string_append(writing.out, ",\"chapters\":[");
	oq_chapters_each(transcript, append_object, &writing);
	g_string_append(writing.out, "]}\n");
	return g_string_free(writing.out, FALSE);
}

static void
append_section(guint64 frame, guint64 end_frame, const char *title, gpointer data)
{
	Writing *writing = data;

	g_string_append_printf(writing->out,
		"[CHAPTER]\nTIMEBASE=1/1000\nSTART=" NUMBER "\nEND=" NUMBER "\ntitle=",
		oq_clock_ms(frame, writing->rate_hz), oq_clock_ms(end_frame, writing->rate_hz));
	for (const char *p = title; *p != '\0'; p++) {
		if (strchr("=;#\\", *p) != NULL)
			g_string_append_c(writing->out, '\\');
		g_string_append_c(writing->out, *p);
	}
	g_string_append_c(writing->out, '\n');
}

char *
oq_chapters_ffmetadata(const OqTranscript *transcript)
{
	Writing writing = {g_string_new(";FFMETADATA1\n"), transcript->rate_hz, FALSE};

	oq_chapters_each(transcript, append_section, &writing);
	return g_string_free(writing.out, FALSE);
}
