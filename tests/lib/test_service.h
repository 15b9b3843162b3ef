/* test_service.h - for tests of the nursery: a child that does as it is told, and its answers. */
#pragma once

#include "base/processes/nursery.h"
#include "base/processes/records.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <sys/prctl.h>
#include <sys/wait.h>
#include <unistd.h>

typedef struct {
	pid_t child, nursery, keeper;
} TestFamily;

/* The fourth field of its stat, behind a name in brackets. */
static inline pid_t
test_service_parent(pid_t pid)
{
	g_autofree char *path = g_strdup_printf("/proc/%d/stat", (int)pid);
	g_autofree char *text = NULL;
	if (!g_file_get_contents(path, &text, NULL, NULL))
		return -1;
	return (pid_t)strtol(strrchr(text, ')') + 4, NULL, 10);
}

static inline char *
test_service_files(void)
{
	g_autoptr(GDir) folder = g_dir_open("/proc/self/fd", 0, NULL);
	GString *names = g_string_new(NULL);
	for (const char *name; (name = g_dir_read_name(folder)) != NULL;) {
		g_autofree char *path = g_build_filename("/proc/self/fd", name, NULL);
		g_autofree char *target = g_file_read_link(path, NULL);
		if (target != NULL && !g_str_has_suffix(target, "/fd"))
			g_string_append_printf(names, "%s>%.6s ", name, target);
	}
	return g_string_free(names, FALSE);
}

G_NORETURN static inline void
test_service_break_off(int fd)
{
	const guint32 head[] = {100, 0};
	if (write(fd, head, sizeof head) < 0)
		_exit(1);
	for (;;)
		pause();
}

/* Returns the answer; NULL: none, but an end with this status. */
static inline char *
test_service_obey(int fd, const char *order, int *warmth, int *status)
{
	if (g_str_has_prefix(order, "end "))
		return *status = atoi(order + 4), NULL;
	if (strcmp(order, "abort") == 0)
		abort();
	if (strcmp(order, "break off") == 0)
		test_service_break_off(fd);
	if (strcmp(order, "spin") == 0)
		for (volatile guint n = 0;; n++)
			continue;
	if (strcmp(order, "heat") == 0)
		++*warmth;
	if (strcmp(order, "heat") == 0 || strcmp(order, "warmth") == 0)
		return g_strdup_printf("%d", *warmth);
	if (strcmp(order, "files") == 0)
		return test_service_files();
	if (g_str_has_prefix(order, "get "))
		return g_strdup(g_getenv(order + 4) != NULL ? g_getenv(order + 4) : "-");
	if (g_str_has_prefix(order, "allocate ")) {
		g_autofree char *memory = malloc(strtoul(order + 9, NULL, 10));
		return g_strdup(memory != NULL ? "had" : "refused");
	}
	return g_strdup_printf("%d", (int)getpid());
}

/* OqNurseryRun; @data is an int that "heat" changes. */
static inline int
test_service_run(int fd, gpointer data)
{
	g_autoptr(GBytes) record = NULL;
	while ((record = oq_records_read(fd)) != NULL) {
		gsize n_bytes;
		int status = 0;
		const char *bytes = g_bytes_get_data(record, &n_bytes);
		g_autofree char *order = g_strndup(bytes, n_bytes);
		g_autofree char *answer = test_service_obey(fd, order, data, &status);
		if (answer == NULL)
			return status;
		if (!oq_records_write(fd, answer, strlen(answer)))
			return 1;
		g_clear_pointer(&record, g_bytes_unref);
	}
	return 0;
}

static inline char *
test_service_answer(OqChild *child)
{
	g_autoptr(GError) error = NULL;
	g_autoptr(GBytes) record = oq_child_receive(child, NULL, &error);
	g_assert_no_error(error);
	g_assert_nonnull(record);
	gsize n_bytes;
	const char *bytes = g_bytes_get_data(record, &n_bytes);
	return g_strndup(bytes, n_bytes);
}

static inline char *
test_service_ask(OqChild *child, const char *order)
{
	oq_child_send(child, order, strlen(order));
	return test_service_answer(child);
}

static inline TestFamily
test_service_family(OqChild *child)
{
	g_autofree char *pid = test_service_ask(child, "pid");
	TestFamily family = {.child = (pid_t)atoi(pid)};
	family.nursery = test_service_parent(family.child);
	family.keeper = test_service_parent(family.nursery);
	return family;
}

static inline OqChild *
test_service_fork(OqNursery *nursery, const OqChildLimits *limits)
{
	g_autoptr(GError) error = NULL;
	OqChild *child = oq_nursery_fork(nursery, limits, &error);
	g_assert_no_error(error);
	g_assert_nonnull(child);
	return child;
}

static inline void
test_service_assert_fails(OqChild *child, OqChildError code)
{
	for (guint i = 0; i < 2; i++) { /* its end is told as often as it is asked for */
		g_autoptr(GError) error = NULL;
		g_assert_null(oq_child_receive(child, NULL, &error));
		g_assert_error(error, OQ_CHILD_ERROR, (gint)code);
	}
}

/* Orphans become this process's children: so it sees all that is left. */
static inline void
test_service_adopt(void)
{
	g_assert_cmpint(prctl(PR_SET_CHILD_SUBREAPER, 1), ==, 0);
}

/* Waits for as long as one is left. */
static inline void
test_service_assert_all_gone(void)
{
	while (waitpid(-1, NULL, 0) > 0)
		continue;
	g_assert_cmpint(errno, ==, ECHILD);
}
