/* mojibake_judge.c - see the header. */
#include "document/encodings/mojibake_judge.h"

#include "text/characters/code_pages.h"
#include "text/characters/letter_pairs.h"

#include <string.h>

enum {
	ENOUGH_HIGH = 8192,  /* characters above ASCII that are looked at */
	MIN_ODD = 3,         /* letters that neither Kazakh nor Russian has */
	MIN_LETTERS = 12,    /* of what is undone */
	MAX_LEFT = 10,       /* one in so many may be left as it is */
	MIN_MEAN = 3,        /* points of letter_pairs.h, of each pair … */
	MIN_MARKED_MEAN = 4, /* … of words in which letters have changed */
	MIN_AHEAD = 48,      /* of what is undone before what it was */
};

/** What there is of the letters that a misreading leaves behind. */
typedef struct {
	guint n_cyrillic; /* of windows-1251 */
	guint n_western;
	OqLetterPairs pairs;
} Suspects;

/** A text undone. */
typedef struct {
	OqLetterPairs pairs;
	guint n_changed; /* characters */
	guint n_left;    /* letters that are as they were, and should not be */
	guint n_kept;    /* letters that are as they were, and right */
	guint kinds;     /* a bit for each letter that Kazakh alone has */
} Undone;

static gboolean
is_odd(gunichar c)
{
	return c >= 0x80 && !oq_letter_pairs_is_letter(c) && g_unichar_isalpha(c);
}

static Suspects
look(const char *text, gsize n_bytes)
{
	Suspects suspects = {0};
	gunichar c;
	guint n_high = 0;
	for (gsize at = 0, n; at < n_bytes && n_high < ENOUGH_HIGH; at += n) {
		n = oq_mojibake_next(OQ_MOJIBAKE_NONE, text + at, n_bytes - at, TRUE, &c);
		if (c == OQ_MOJIBAKE_BAD)
			continue;
		n_high += c >= 0x80;
		oq_letter_pairs_add(&suspects.pairs, c);
		if (!is_odd(c))
			continue;
		suspects.n_cyrillic += oq_code_page_byte(OQ_CODE_PAGE_WINDOWS_1251, c) >= 0;
		suspects.n_western += oq_code_page_byte(OQ_CODE_PAGE_WINDOWS_1252, c) >= 0;
	}
	oq_letter_pairs_end(&suspects.pairs);
	return suspects;
}

static guint
kind_of(gunichar c)
{
	return oq_letter_pairs_is_kazakh(c) ? 1u << g_unichar_tolower(c) % 31 : 0;
}

static gboolean
is_unchanged(gunichar c, const char *bytes)
{
	return c < 0x80 || (c != OQ_MOJIBAKE_BAD && g_utf8_get_char(bytes) == c);
}

static Undone
undo(OqMojibake kind, const char *text, gsize n_bytes)
{
	Undone undone = {0};
	gunichar c;
	for (gsize at = 0, n; at < n_bytes && undone.n_changed < ENOUGH_HIGH; at += n) {
		n = oq_mojibake_next(kind, text + at, n_bytes - at, TRUE, &c);
		if (c == OQ_MOJIBAKE_BAD)
			continue;
		oq_letter_pairs_add(&undone.pairs, c);
		if (is_unchanged(c, text + at)) {
			undone.n_left += is_odd(c);
			undone.n_kept += c >= 0x80 && oq_letter_pairs_is_letter(c);
			continue;
		}
		undone.n_changed++;
		undone.kinds |= kind_of(c);
		if (oq_letter_pairs_is_letter(c))
			oq_letter_pairs_mark(&undone.pairs);
	}
	oq_letter_pairs_end(&undone.pairs);
	return undone;
}

static gboolean
is_better(const OqLetterPairs *pairs, const Suspects *suspects)
{
	return pairs->n_points >= MIN_MEAN * (gint)pairs->n_pairs &&
	       pairs->n_points >= suspects->pairs.n_points + MIN_AHEAD;
}

/* Nearly all that is not ASCII was misread; é, è, ê of French within Kazakh text were not. */
static gboolean
is_whole(const Undone *undone, const Suspects *suspects)
{
	return undone->pairs.n_letters >= MIN_LETTERS &&
	       undone->n_left * MAX_LEFT <= undone->n_changed &&
	       undone->n_kept <= undone->n_changed && is_better(&undone->pairs, suspects);
}

/* A few letters were misread: there must be two that stand where Kazakh has them. */
static gboolean
is_kazakh(const Undone *undone, const Suspects *suspects)
{
	const OqLetterPairs *pairs = &undone->pairs;
	gboolean is_one = (undone->kinds & (undone->kinds - 1)) == 0;
	return undone->n_changed >= MIN_ODD && !is_one &&
	       undone->n_left * MAX_LEFT <= undone->n_changed &&
	       pairs->n_marked_points >= MIN_MARKED_MEAN * (gint)pairs->n_marked_pairs &&
	       pairs->n_kazakh > pairs->n_russian && is_better(pairs, suspects);
}

static gboolean
may_be(OqMojibake kind, const Suspects *suspects)
{
	const char *was, *read_as;
	oq_mojibake_names(kind, &was, &read_as);
	return (strcmp(read_as, "windows-1251") == 0 ? suspects->n_cyrillic
						     : suspects->n_western) >= MIN_ODD;
}

static gboolean
is_it(OqMojibake kind, const Undone *undone, const Suspects *suspects)
{
	return kind == OQ_MOJIBAKE_KZ_1048_AS_1251 || kind == OQ_MOJIBAKE_PT154_AS_1251
		       ? is_kazakh(undone, suspects)
		       : is_whole(undone, suspects);
}

gboolean
oq_mojibake_is_suspect(const char *text, gsize n_bytes)
{
	Suspects suspects = look(text, n_bytes);
	return suspects.n_cyrillic + suspects.n_western > 0;
}

/* Thousandths of a point for each pair. */
static gint
mean_of(const OqLetterPairs *pairs)
{
	return pairs->n_pairs > 0 ? (gint)((gint64)pairs->n_points * 1000 / pairs->n_pairs) : 0;
}

/* What was read so once makes sense already. */
static gboolean
is_once_more(OqMojibake kind, OqMojibake found)
{
	return (kind == OQ_MOJIBAKE_UTF_8_AS_1251_TWICE && found == OQ_MOJIBAKE_UTF_8_AS_1251) ||
	       (kind == OQ_MOJIBAKE_UTF_8_AS_1252_TWICE && found == OQ_MOJIBAKE_UTF_8_AS_1252);
}

OqMojibake
oq_mojibake_judge(const char *text, gsize n_bytes)
{
	Suspects suspects = look(text, n_bytes);
	OqMojibake best = OQ_MOJIBAKE_NONE;
	gint best_mean = 0;
	for (guint i = OQ_MOJIBAKE_NONE + 1; i < OQ_N_MOJIBAKES; i++) {
		OqMojibake kind = (OqMojibake)i;
		if (!may_be(kind, &suspects) || is_once_more(kind, best))
			continue;
		Undone undone = undo(kind, text, n_bytes);
		gint mean = mean_of(&undone.pairs);
		if (mean > best_mean && is_it(kind, &undone, &suspects)) {
			best = kind;
			best_mean = mean;
		}
	}
	return best;
}
