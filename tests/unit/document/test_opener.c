#include "document/opener.h"

#include "nameless.h"

#include "document/document.h"

#include <glib/gstdio.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

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
	assert_fault("<FictionBook><body><p>Бір", "fb2", "could be read was read (XML");
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

/* What this program says of a document when it stands beside another oqyrman-open. */
static void
say_fault(void)
{
	g_autoptr(GError) error = NULL;
	g_autoptr(OqOpener) opener = open_text("Бір.", "md");
	OqOpenerItem item;
	g_assert_false(oq_opener_next(opener, &item, NULL, &error));
	fputs(error->message, stdout);
}

static void
assert_ended(const char *signal, const char *expected)
{
	g_autoptr(GError) error = NULL;
	g_autofree char *folder = g_dir_make_tmp("oqyrman-opener-XXXXXX", &error);
	g_autofree char *lib = g_build_filename(folder, OQ_LIBEXEC, "oqyrman", NULL);
	g_autofree char *program = g_build_filename(lib, "oqyrman-open", NULL);
	g_autofree char *bin = g_build_filename(folder, "bin", NULL);
	g_autofree char *own = g_build_filename(bin, "unit", NULL);
	g_autofree char *script = g_strdup_printf("#!/bin/sh\nkill -%s $$\n", signal);
	g_autofree char *lay_out = g_strdup_printf("cp /proc/%d/exe %s", getpid(), own);
	g_autofree char *say = g_strconcat(own, " --say-fault", NULL);
	g_autofree char *remove = g_strconcat("rm -r ", folder, NULL);
	g_autofree char *said = NULL;
	g_assert_no_error(error);
	g_assert_cmpint(g_mkdir_with_parents(lib, 0700), ==, 0);
	g_assert_cmpint(g_mkdir(bin, 0700), ==, 0);
	g_assert_true(g_file_set_contents_full(
		program, script, -1, G_FILE_SET_CONTENTS_NONE, 0700, NULL));
	g_assert_true(g_spawn_command_line_sync(lay_out, NULL, NULL, NULL, &error));
	g_assert_true(g_spawn_command_line_sync(say, &said, NULL, NULL, &error));
	g_assert_true(g_spawn_command_line_sync(remove, NULL, NULL, NULL, &error));
	g_assert_cmpstr(said, ==, expected);
}

static void
test_ended(void)
{
	assert_ended("XCPU", "файл: it is too large or too deep to be read");
	assert_ended("SEGV",
		"файл: it is damaged and cannot be read (oqyrman-open: Segmentation fault)");
	assert_ended("KILL", "файл: it is damaged and cannot be read");
}

int
main(int argc, char **argv)
{
	if (argc == 2 && strcmp(argv[1], "--say-fault") == 0) {
		say_fault();
		return 0;
	}
	g_test_init(&argc, &argv, NULL);
	g_test_add_func("/opener/items", test_items);
	g_test_add_func("/opener/faults", test_faults);
	g_test_add_func("/opener/stop", test_stop);
	g_test_add_func("/opener/ended", test_ended);
	return g_test_run();
}
