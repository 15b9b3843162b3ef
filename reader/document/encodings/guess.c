/* guess.c - see the header. */
#include "document/encodings/guess.h"

#include "text/characters/code_pages.h"
#include "text/characters/letter_pairs.h"

/* In points of letter_pairs.h. */
enum {
	MIN_MEAN = 1,        /* of each pair, of what is a text at all */
	MIN_KAZAKH_MEAN = 2, /* … of words with letters that only Kazakh has */
	MIN_AHEAD = 24,      /* of a page that differs from windows-1251 in a few letters */
};

/* These letters are marked: windows-1251 has something else there. */
static gboolean
is_own(guchar byte, gunichar c)
{
	return c != oq_code_page_char(OQ_CODE_PAGE_WINDOWS_1251, byte) &&
	       oq_letter_pairs_is_kazakh(c);
}

static OqLetterPairs
count_pairs(OqCodePage page, const char *bytes, gsize n_bytes)
{
	OqLetterPairs pairs = {0};
	guint n_high = 0;
	for (gsize i = 0; i < n_bytes && n_high < OQ_GUESS_HIGH_BYTES; i++) {
		guchar byte = (guchar)bytes[i];
		gunichar c = oq_code_page_char(page, byte);
		oq_letter_pairs_add(&pairs, c);
		if (byte < 0x80)
			continue;
		n_high++;
		if (page != OQ_CODE_PAGE_KOI8_R && is_own(byte, c))
			oq_letter_pairs_mark(&pairs);
	}
	oq_letter_pairs_end(&pairs);
	return pairs;
}

static gboolean
is_text(const OqLetterPairs *pairs)
{
	return pairs->n_letters > 0 && pairs->n_points >= MIN_MEAN * (gint)pairs->n_pairs;
}

/* The letters that windows-1251 lacks are where Kazakh would have them. */
static gboolean
is_ahead(const OqLetterPairs *pairs, const OqLetterPairs *russian)
{
	return pairs->n_points >= russian->n_points + MIN_AHEAD &&
	       pairs->n_marked_points >= MIN_KAZAKH_MEAN * (gint)pairs->n_marked_pairs;
}

/* Of the pages whose Russian letters are the same. */
static OqCodePage
choose(const OqLetterPairs *pairs)
{
	const OqLetterPairs *kazakh = &pairs[OQ_CODE_PAGE_KZ_1048];
	const OqLetterPairs *asian = &pairs[OQ_CODE_PAGE_PT154];
	const OqLetterPairs *russian = &pairs[OQ_CODE_PAGE_WINDOWS_1251];
	OqCodePage page =
		asian->n_points > kazakh->n_points ? OQ_CODE_PAGE_PT154 : OQ_CODE_PAGE_KZ_1048;
	if (is_ahead(&pairs[page], russian))
		return page;
	return kazakh->n_points == russian->n_points && kazakh->n_kazakh > kazakh->n_russian
		       ? OQ_CODE_PAGE_KZ_1048
		       : OQ_CODE_PAGE_WINDOWS_1251;
}

const char *
oq_guess_code_page(const char *bytes, gsize n_bytes)
{
	OqLetterPairs pairs[OQ_CODE_PAGE_KOI8_R + 1];
	for (guint i = 0; i < G_N_ELEMENTS(pairs); i++)
		pairs[i] = count_pairs((OqCodePage)i, bytes, n_bytes);
	OqCodePage page = choose(pairs);
	if (pairs[OQ_CODE_PAGE_KOI8_R].n_points > pairs[page].n_points)
		page = OQ_CODE_PAGE_KOI8_R;
	return is_text(&pairs[page]) ? oq_code_page_name(page) : NULL;
}
