#include "text/scan.h"

OqCharClass
oq_scan_class(const OqScan *scan, const char *p)
{
	return p < scan->end ? oq_letters_class(scan->letters, g_utf8_get_char(p)) : OQ_CHAR_OTHER;
}

gboolean
oq_scan_is_terminal(gunichar c)
{
	return c == '.' || c == '!' || c == '?' || c == 0x2026 /* … */;
}

gboolean
oq_scan_is_closer(gunichar c)
{
	return c == ')' || c == ']' || c == '"' || c == '\'' || c == 0xBB /* » */ ||
	       c == 0x201D /* ” */ || c == 0x2019 /* ’ */ || c == 0x201C /* “ closes „ */;
}

gboolean
oq_scan_is_opener(gunichar c)
{
	return c == '(' || c == '[' || c == '"' || c == '\'' || c == 0xAB /* « */ ||
	       c == 0x201C /* “ */ || c == 0x201E /* „ */ || c == 0x2018 /* ‘ */;
}

gboolean
oq_scan_is_dash(gunichar c)
{
	return c == '-' || (c >= 0x2010 && c <= 0x2015);
}

gboolean
oq_scan_is_space(const OqScan *scan, const char *p)
{
	return oq_scan_class(scan, p) == OQ_CHAR_SPACE;
}
