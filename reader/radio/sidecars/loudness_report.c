/* loudness_report.c - see the header. */
#include "radio/sidecars/loudness_report.h"

#include "base/json.h"
#include "radio/sidecars/clock.h"

#include <glib/gi18n.h>
#include <math.h>
#include <string.h>

#define NOT_KNOWN "–"

static const struct {
	gsize member; /* of OqLoudness */
	const char *key;
	const char *label; /* to be translated */
	const char *unit;
} figures[] = {
	{G_STRUCT_OFFSET(OqLoudness, integrated_lufs), "integrated_lufs", N_("Integrated loudness"),
		"LUFS"},
	{G_STRUCT_OFFSET(OqLoudness, range_lu), "range_lu", N_("Loudness range"), "LU"},
	{G_STRUCT_OFFSET(OqLoudness, true_peak_dbtp), "true_peak_dbtp", N_("Highest true peak"),
		"dBTP"},
	{G_STRUCT_OFFSET(OqLoudness, max_momentary_lufs), "max_momentary_lufs",
		N_("Highest momentary loudness"), "LUFS"},
	{G_STRUCT_OFFSET(OqLoudness, max_short_term_lufs), "max_short_term_lufs",
		N_("Highest short-term loudness"), "LUFS"},
};

static double
figure_of(const OqLoudnessReport *report, guint i)
{
	const double *figure = G_STRUCT_MEMBER_P(&report->loudness, figures[i].member);

	return *figure;
}

/* With a point, whatever the locale has. */
static void
append_figure(GString *out, double figure, const char *format)
{
	char digits[G_ASCII_DTOSTR_BUF_SIZE];

	g_ascii_formatd(digits, sizeof digits, format, figure);
	g_string_append(out, digits);
}

static char *
name_of(const OqLoudnessReport *report)
{
	return g_filename_display_name(report->file);
}

char *
oq_loudness_report_text(const OqLoudnessReport *report)
{
	g_autofree char *name = name_of(report);
	GString *out = g_string_new(name);

	g_string_append_printf(out, "\n%s: ", _("Duration"));
	oq_clock_append(out, report->n_frames, report->rate_hz, OQ_CLOCK_MILLISECONDS);
	g_string_append_c(out, '\n');
	for (guint i = 0; i < G_N_ELEMENTS(figures); i++) {
		double figure = figure_of(report, i);
		g_string_append_printf(out, "%s: ", _(figures[i].label));
		if (isfinite(figure))
			append_figure(out, figure, "%.1f");
		else
			g_string_append(out, NOT_KNOWN);
		g_string_append_printf(out, " %s\n", figures[i].unit);
	}
	return g_string_free(out, FALSE);
}

char *
oq_loudness_report_json(const OqLoudnessReport *report)
{
	g_autofree char *name = name_of(report);
	guint64 ms = oq_clock_ms(report->n_frames, report->rate_hz);
	GString *out = g_string_new("{\"file\":");

	oq_json_append_string(out, name, strlen(name));
	g_string_append_printf(
		out, ",\"duration_s\":%" G_GUINT64_FORMAT ".%03u", ms / 1000, (guint)(ms % 1000));
	for (guint i = 0; i < G_N_ELEMENTS(figures); i++) {
		double figure = figure_of(report, i);
		g_string_append_printf(out, ",\"%s\":", figures[i].key);
		if (isfinite(figure))
			append_figure(out, figure, "%.2f");
		else
			g_string_append(out, "null");
	}
	g_string_append(out, "}\n");
	return g_string_free(out, FALSE);
}
