/* screen.c - fuzzer: a text of any bytes on a terminal of any size. */
#include "page_case.h"
#include "target.h"

#include "home/screen/typed.h"

#define MAX_BYTES 4096
#define HIGH_ROWS 10000 /* nothing leaves such a screen */
#define N_WORDS   8

static const OqLooks looks = {TRUE, TRUE, TRUE, NULL};

int
LLVMFuzzerInitialize(G_GNUC_UNUSED int *argc, G_GNUC_UNUSED char ***argv)
{
	return 0;
}

static void
print(OqPage *page, Glass *glass)
{
	g_autoptr(GString) out = g_string_new(NULL);

	oq_page_print(page, 0, out);
	glass_feed(glass, out->str, out->len);
}

/* Each of some words is the one that is heard, and no other is. */
static void
try_high(const char *text, guint columns)
{
	g_autoptr(OqPage) page = oq_page_new(text, &looks, NULL, columns, HIGH_ROWS);
	g_autoptr(Glass) glass = glass_new(columns, HIGH_ROWS, NULL);
	gsize n_bytes = strlen(text), step = n_bytes / N_WORDS + 1;

	print(page, glass);
	page_case_assert(glass, text, 0, 0);
	for (gsize start = 0; start < n_bytes; start += step) {
		page_case_mark(page, glass, start, start + step / 2 + 1);
		page_case_assert(glass, text, start, start + step / 2 + 1);
	}
}

/* On a low screen nothing but what is still there is touched. */
static void
try_low(const char *text, guint columns, guint rows)
{
	g_autoptr(OqPage) page = oq_page_new(text, &looks, NULL, columns, rows);
	g_autoptr(Glass) glass = glass_new(columns, rows, NULL);
	gsize n_bytes = strlen(text);

	print(page, glass);
	page_case_mark(page, glass, 0, n_bytes);
	page_case_mark(page, glass, n_bytes / 2, n_bytes);
	page_case_mark(page, glass, 0, 0);
	page_case_assert(glass, text, 0, 0);
}

static void
try_typed(const char *text, guint columns, gsize cursor)
{
	g_autoptr(GString) out = g_string_new(NULL);
	g_autoptr(Glass) glass = glass_new(columns + 1, 2, NULL);

	oq_typed_append(text, cursor, columns, out);
	glass_feed(glass, out->str, out->len);
	g_assert_cmpuint(glass_column(glass), <, columns);
	g_autofree char *seen = glass_text(glass);
	g_assert_cmpuint(strcspn(seen, "\n") + 1, >=, strlen(seen));
}

int
LLVMFuzzerTestOneInput(const guint8 *bytes, gsize n_bytes)
{
	if (n_bytes < 2)
		return 0;
	guint columns = 3 + bytes[0] % 200, rows = 1 + bytes[1] % 30;
	g_autofree char *text = g_strndup((const char *)bytes + 2, MIN(n_bytes - 2, MAX_BYTES));
	try_high(text, columns);
	try_low(text, columns, rows);
	try_typed(text, columns, bytes[1]);
	return 0;
}
