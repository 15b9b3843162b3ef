/* xml.c - see the header. */
#include "audio/labels/xml.h"

#include "audio/labels/cart.h"

static void
add(GString *xml, const char *tag, const char *text)
{
	g_autofree char *escaped = g_markup_escape_text(text, -1);
	g_string_append_printf(xml, "<%s>%s</%s>\n", tag, escaped, tag);
}

static void
add_told(GString *xml, const char *tag, const char *text)
{
	if (text != NULL)
		add(xml, tag, text);
}

static void
add_level(GString *xml, const char *tag, double level)
{
	char text[G_ASCII_DTOSTR_BUF_SIZE];
	add(xml, tag, g_ascii_formatd(text, sizeof text, "%.2f", level));
}

static void
add_loudness(GString *xml, const OqLoudness *loudness)
{
	if (!loudness->is_known)
		return;
	g_string_append(xml, "<LOUDNESS>\n");
	add_level(xml, "LOUDNESS_VALUE", loudness->integrated_lufs);
	add_level(xml, "LOUDNESS_RANGE", loudness->range_lu);
	add_level(xml, "MAX_TRUE_PEAK_LEVEL", loudness->true_peak_dbtp);
	add_level(xml, "MAX_MOMENTARY_LOUDNESS", loudness->max_momentary_lufs);
	add_level(xml, "MAX_SHORT_TERM_LOUDNESS", loudness->max_short_term_lufs);
	g_string_append(xml, "</LOUDNESS>\n");
}

static void
add_speed(GString *xml, const OqSound *sound)
{
	g_string_append_printf(xml,
		"<SPEED>\n<FILE_SAMPLE_RATE>%u</FILE_SAMPLE_RATE>\n"
		"<AUDIO_BIT_DEPTH>%u</AUDIO_BIT_DEPTH>\n</SPEED>\n",
		sound->rate_hz, sound->n_bits);
}

char *
oq_xml_ixml(const OqTags *tags, const OqSound *sound)
{
	GString *xml = g_string_new("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<BWFXML>\n"
				    "<IXML_VERSION>1.61</IXML_VERSION>\n");
	add_told(xml, "PROJECT", tags->album);
	add_told(xml, "NOTE", tags->comment);
	add_speed(xml, sound);
	add_loudness(xml, &tags->loudness);
	g_string_append(xml, "<BEXT>\n");
	add_told(xml, "BWF_DESCRIPTION", tags->title);
	add_told(xml, "BWF_ORIGINATOR", tags->originator);
	add_told(xml, "BWF_ORIGINATOR_REFERENCE", tags->reference);
	add_told(xml, "BWF_ORIGINATION_DATE", tags->date);
	add_told(xml, "BWF_ORIGINATION_TIME", tags->time);
	g_string_append(xml, "</BEXT>\n<USER>\n");
	add_told(xml, "FULL_TITLE", tags->title);
	add_told(xml, "AUTHOR", tags->author);
	g_string_append(xml, "</USER>\n</BWFXML>\n");
	return g_string_free(xml, FALSE);
}

/* In milliseconds. */
static void
add_point(GString *xml, const char *tag, const OqSound *sound, guint64 frame)
{
	g_string_append_printf(
		xml, "<%s>%" G_GUINT64_FORMAT "</%s>\n", tag, frame * 1000 / sound->rate_hz, tag);
}

static void
add_moment(GString *xml, const char *tag, const char *date, const char *time)
{
	if (date == NULL)
		return;
	g_autofree char *moment = g_strconcat(date, "T", time, NULL);
	add(xml, tag, moment);
}

static void
add_points(GString *xml, const OqTags *tags, const OqSound *sound)
{
	guint64 end = oq_cart_end(tags, sound);
	add_point(xml, "startPoint", sound, MIN(tags->voice_start, end));
	add_point(xml, "endPoint", sound, end);
	if (tags->segue_start != 0 && tags->segue_start < end) {
		add_point(xml, "segueStartPoint", sound, tags->segue_start);
		add_point(xml, "segueEndPoint", sound, end);
	}
	if (tags->intro_end > tags->voice_start) {
		add_point(xml, "talkStartPoint", sound, tags->voice_start);
		add_point(xml, "talkEndPoint", sound, MIN(tags->intro_end, end));
	}
}

char *
oq_xml_rdxl(const OqTags *tags, const OqSound *sound)
{
	GString *xml = g_string_new("<cart>\n");
	add_told(xml, "groupName", tags->category);
	add_told(xml, "title", tags->title);
	add_told(xml, "artist", tags->author);
	add_told(xml, "album", tags->album);
	add_told(xml, "client", tags->client);
	add_told(xml, "publisher", tags->originator);
	add_told(xml, "userDefined", tags->comment);
	g_string_append(xml, "<cutList>\n<cut>\n");
	add_told(xml, "description", tags->title);
	add_told(xml, "outcue", tags->outcue);
	add_told(xml, "originName", tags->originator);
	add_moment(xml, "originDatetime", tags->date, tags->time != NULL ? tags->time : "00:00:00");
	add_moment(xml, "startDatetime", tags->start_date, "00:00:00");
	add_moment(xml, "endDatetime", tags->end_date, "23:59:59");
	add_points(xml, tags, sound);
	g_string_append(xml, "</cut>\n</cutList>\n</cart>\n");
	return g_string_free(xml, FALSE);
}
