#include "document/opening/opener.h"

#include "nameless.h"

#include "document/document.h"

#include <string.h>

static OqOpener *
open_text(const char *text, const char *extension)
{
	g_autoptr(GError) error = NULL;
	const OqOpenerWish wish = {.extension = extension};
	OqOpener *opener = oq_opener_new(nameless_new(text, strlen(text)), "файл", &wish, &error);
	g_assert_no_error(error);
	return opener;
}

static void
test_items(void)
{
	g_autoptr(GError) error = NULL;
	g_autoptr(OqOpener) opener = open_text("---\ntitle: А\n---\n# Бір\n\nЕкі.\n", "md");
	OqOpenerItem item;
	g_assert_true(oq_opener_is_installed());
	g_assert_true(oq_opener_next(opener, &item, NULL, &error));
	g_assert_cmpint(item.head.type, ==, OQ_WIRE_TITLE);
	g_assert_true(oq_opener_next(opener, &item, NULL, &error));
	g_assert_cmpint(item.head.kind, ==, 2);
	g_assert_cmpstr(item.text, ==, "Бір");
	g_assert_true(oq_opener_next(opener, &item, NULL, &error));
	g_assert_cmpstr(item.text, ==, "Екі.");
	g_assert_false(oq_opener_next(opener, &item, NULL, &error));
	g_assert_false(oq_opener_next(opener, &item, NULL, &error));
	g_assert_no_error(error);
	oq_opener_free(NULL);
}

static void
assert_fault(const char *text, const char *extension, const char *what)
{
	g_autoptr(GError) error = NULL;
	g_autoptr(OqOpener) opener = open_text(text, extension);
	OqOpenerItem item;
	while (oq_opener_next(opener, &item, NULL, &error))
		;
	g_assert_error(error, OQ_DOCUMENT_ERROR, OQ_DOCUMENT_ERROR_NOT_TEXT);
	g_assert_true(g_str_has_prefix(error->message, "файл: "));
	g_assert_nonnull(strstr(error->message, what));
}

static void
test_faults(void)
{
	assert_fault("сөз", "xyz", "no format");
	assert_fault("<FictionBook><body><p>Бір", "fb2", "up to the damage (XML");
	assert_fault("<FictionBook>", "fb2", "damaged and cannot");
}

/* Whoever waits is woken; it goes on afterwards. */
static void
test_stop(void)
{
	g_autoptr(GError) error = NULL;
	g_autoptr(GCancellable) stop = g_cancellable_new();
	g_autoptr(OqOpener) opener = open_text("Бір.", "md");
	OqOpenerItem item;
	g_cancellable_cancel(stop);
	g_assert_false(oq_opener_next(opener, &item, stop, &error));
	g_assert_error(error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
	g_clear_error(&error);
	g_assert_true(oq_opener_next(opener, &item, NULL, &error));
	g_assert_cmpstr(item.text, ==, "Бір.");
}

int
main(int argc, char **argv)
{
	g_test_init(&argc, &argv, NULL);
	g_test_add_func("/opener/items", test_items);
	g_test_add_func("/opener/faults", test_faults);
	g_test_add_func("/opener/stop", test_stop);
	return g_test_run();
}
