/* bad_opener.c - what oqyrman starts in place of oqyrman-open: a parser that goes wrong behind its
 * first block, in the way that the extension of the file says. */
#include "open/block_writer.h"
#include "open/sandbox/box.h"
#include "open/sandbox/orphan.h"

#include <linux/futex.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/syscall.h>
#include <unistd.h>

#if defined __SANITIZE_ADDRESS__ || defined __SANITIZE_THREAD__
#define IS_SANITIZED 1
#else
#define IS_SANITIZED 0
#endif

enum { NOT_HERE = 77, MEMORY_BYTES = 16 << 20, MEMORY_TIMES = 128 };

/* What is stricter than the box stays so. */
static void
have_two_seconds(void)
{
	const struct rlimit limit = {2, 2};
	setrlimit(RLIMIT_CPU, &limit);
}

static void
take_memory(void)
{
	for (guint i = 0; i < MEMORY_TIMES && !IS_SANITIZED; i++)
		memset(g_malloc(MEMORY_BYTES), 1, MEMORY_BYTES);
	_exit(IS_SANITIZED ? NOT_HERE : 0);
}

static void
write_on(OqBlockWriter *writer)
{
	g_autofree char *text = g_strnfill(1000, 'a');
	while (!oq_block_writer_is_closed(writer)) {
		oq_block_writer_begin(writer, OQ_BLOCK_PARAGRAPH, 0, NULL);
		oq_block_writer_text(writer, text, -1);
	}
}

static void
go_wrong(const char *how, OqBlockWriter *writer)
{
	guint32 word = 0;
	if (g_str_equal(how, "crash"))
		__builtin_trap();
	if (g_str_equal(how, "memory"))
		take_memory();
	if (g_str_equal(how, "more"))
		write_on(writer);
	if (g_str_equal(how, "garbage") && write(STDOUT_FILENO, "garbage", 7) == 7)
		_exit(0);
	while (g_str_equal(how, "wait"))
		syscall(SYS_futex, &word, FUTEX_WAIT, 0, NULL);
	for (volatile guint busy = 0; g_str_has_prefix(how, "hang"); busy++)
		;
}

int
main(int argc, char **argv)
{
	const char *how = argc > 1 ? argv[1] : "";
	gboolean has_landlock;
	g_autoptr(OqBlockWriter) writer = oq_block_writer_new(STDOUT_FILENO);
	oq_orphan_watch();
	if (g_str_equal(how, "hang"))
		have_two_seconds();
	if (!oq_box_enter(&has_landlock, NULL))
		return 1;
	oq_block_writer_text(writer, "Басы.", -1);
	oq_block_writer_end(writer);
	go_wrong(how, writer);
	_exit(0);
}
