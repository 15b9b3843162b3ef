#include "cli/telling.h"

#include <fcntl.h>
#include <string.h>
#include <unistd.h>

typedef struct {
	int read_end;
	int before;
} Errors;

static Errors
catch_errors(void)
{
	Errors errors;
	int ends[2];
	errors.before = fcntl(STDERR_FILENO, F_DUPFD_CLOEXEC, STDERR_FILENO + 1);
	g_assert_cmpint(pipe2(ends, O_NONBLOCK), ==, 0);
	g_assert_cmpint(dup2(ends[1], STDERR_FILENO), ==, STDERR_FILENO);
	close(ends[1]);
	errors.read_end = ends[0];
	return errors;
}

/* What came since the last time. */
static char *
take_errors(const Errors *errors)
{
	char text[512] = "";
	gssize n = read(errors->read_end, text, sizeof text - 1);
	return g_strndup(text, (gsize)MAX(n, 0));
}

static void
let_errors_go(Errors *errors)
{
	dup2(errors->before, STDERR_FILENO);
	close(errors->before);
	close(errors->read_end);
}

static void
test_in_order(void)
{
	OqTelling first, second;
	Errors errors = catch_errors();
	oq_telling_init(&first);
	oq_telling_init(&second);
	oq_telling_say(&second, "three");
	oq_telling_say(&first, "one");
	g_autofree char *nothing = take_errors(&errors);
	oq_telling_open(&first);
	oq_telling_say(&second, "four");
	oq_telling_say(&first, "two");
	g_autofree char *of_first = take_errors(&errors);
	oq_telling_open(&second);
	g_autofree char *of_second = take_errors(&errors);
	oq_telling_clear(&first);
	oq_telling_clear(&second);
	let_errors_go(&errors);
	g_assert_cmpstr(nothing, ==, "");
	g_assert_cmpstr(of_first, ==, "oqyrman: one\noqyrman: two\n");
	g_assert_cmpstr(of_second, ==, "oqyrman: three\noqyrman: four\n");
}

static void
test_without_turns(void)
{
	OqTelling never;
	Errors errors = catch_errors();
	oq_telling_init(&never);
	oq_telling_say(NULL, "at once");
	oq_telling_say(&never, "never");
	oq_telling_clear(&never);
	g_autofree char *said = take_errors(&errors);
	let_errors_go(&errors);
	g_assert_cmpstr(said, ==, "oqyrman: at once\n");
}

int
main(int n_arguments, char **arguments)
{
	g_test_init(&n_arguments, &arguments, NULL);
	g_test_add_func("/telling/in-order", test_in_order);
	g_test_add_func("/telling/without-turns", test_without_turns);
	return g_test_run();
}
