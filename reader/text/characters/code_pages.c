/* code_pages.c - see the header. */
#include "text/characters/code_pages.h"

#include <uchar.h>

#define N_ASCII 128

static const char *const names[] = {"KZ-1048", "PT154", "windows-1251", "KOI8-R", "windows-1252"};

/* What stands above ASCII. */
static const char16_t pages[OQ_N_CODE_PAGES][N_ASCII + 1] = {
	/* KZ-1048 */
	u"ЂЃ‚ѓ„…†‡€‰Љ‹ЊҚҺЏ"
	u"ђ‘’“”•–—\x98"
	u"™љ›њқһџ"
	u"\u00a0ҰұӘ¤Ө¦§Ё©Ғ«¬\u00ad®Ү"
	u"°±Ііөµ¶·ё№ғ»әҢңү"
	u"АБВГДЕЖЗИЙКЛМНОП"
	u"РСТУФХЦЧШЩЪЫЬЭЮЯ"
	u"абвгдежзийклмноп"
	u"рстуфхцчшщъыьэюя",
	/* PT154 */
	u"ҖҒӮғ„…ҶҮҲүҠӢҢҚҺҸ"
	u"җ‘’“”•–—ҳҷҡӣңқһҹ"
	u"\u00a0ЎўЈӨҘҰ§Ё©Ә«¬ӯ®Ҝ"
	u"°ұІіҙө¶·ё№ә»јҪҫҝ"
	u"АБВГДЕЖЗИЙКЛМНОП"
	u"РСТУФХЦЧШЩЪЫЬЭЮЯ"
	u"абвгдежзийклмноп"
	u"рстуфхцчшщъыьэюя",
	/* windows-1251 */
	u"ЂЃ‚ѓ„…†‡€‰Љ‹ЊЌЋЏ"
	u"ђ‘’“”•–—\x98"
	u"™љ›њќћџ"
	u"\u00a0ЎўЈ¤Ґ¦§Ё©Є«¬\u00ad®Ї"
	u"°±Ііґµ¶·ё№є»јЅѕї"
	u"АБВГДЕЖЗИЙКЛМНОП"
	u"РСТУФХЦЧШЩЪЫЬЭЮЯ"
	u"абвгдежзийклмноп"
	u"рстуфхцчшщъыьэюя",
	/* KOI8-R */
	u"─│┌┐└┘├┤┬┴┼▀▄█▌▐"
	u"░▒▓⌠■∙√≈≤≥\u00a0⌡°²·÷"
	u"═║╒ё╓╔╕╖╗╘╙╚╛╜╝╞"
	u"╟╠╡Ё╢╣╤╥╦╧╨╩╪╫╬©"
	u"юабцдефгхийклмно"
	u"пярстужвьызшэщчъ"
	u"ЮАБЦДЕФГХИЙКЛМНО"
	u"ПЯРСТУЖВЬЫЗШЭЩЧЪ",
	/* windows-1252 */
	u"€\x81"
	u"‚ƒ„…†‡ˆ‰Š‹Œ\x8d"
	u"Ž\x8f"
	u"\x90"
	u"‘’“”•–—˜™š›œ\x9d"
	u"žŸ"
	u"\u00a0¡¢£¤¥¦§¨©ª«¬\u00ad®¯"
	u"°±²³´µ¶·¸¹º»¼½¾¿"
	u"ÀÁÂÃÄÅÆÇÈÉÊËÌÍÎÏ"
	u"ÐÑÒÓÔÕÖ×ØÙÚÛÜÝÞß"
	u"àáâãäåæçèéêëìíîï"
	u"ðñòóôõö÷øùúûüýþÿ",
};

const char *
oq_code_page_name(OqCodePage page)
{
	return names[page];
}

gunichar
oq_code_page_char(OqCodePage page, guchar byte)
{
	return byte < N_ASCII ? byte : pages[page][byte - N_ASCII];
}

/* Most of a text is letters, which stand in most pages at one distance from their code points. */
gint
oq_code_page_byte(OqCodePage page, gunichar c)
{
	const char16_t *high = pages[page];
	guint last = N_ASCII - 1;
	if (c < N_ASCII)
		return (gint)c;
	if (c <= high[last] && high[last] - c < 64 && high[last - (high[last] - c)] == c)
		return 255 - (gint)(high[last] - c);
	for (guint i = 0; i < N_ASCII; i++)
		if (high[i] == c)
			return (gint)(N_ASCII + i);
	return -1;
}
