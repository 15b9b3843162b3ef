/* limits.h - how much of a document is read. What the manual says of them is lint's to compare. */
#pragma once

enum {
	OQ_LIMIT_MEMORY_MB = 512,    /* of the address space of the process that opens */
	OQ_LIMIT_CPU_S = 600,        /* of processor time */
	OQ_LIMIT_FILE_MB = 2048,     /* of a file */
	OQ_LIMIT_UNPACKED_MB = 1024, /* of all members of an archive that are read, together */
	OQ_LIMIT_PACKED_TIMES =
		200, /* a member larger than 16 MB may be so many times its packed size */
	OQ_LIMIT_MEMBERS = 50000, /* of an archive */
	OQ_LIMIT_DEPTH = 256,     /* elements within each other */
	OQ_LIMIT_MAPPED_MB = 384, /* of a PDF */
	OQ_LIMIT_PAGES = 20000,   /* of it */
	OQ_LIMIT_TREE_MB = 16, /* of a part that has to be in memory as a whole, such as Markdown */
	OQ_LIMIT_PAGE_MB = 4,  /* of a page of HTML whose article is looked for */
	OQ_LIMIT_TOOL_MEMORY_MB = 1024, /* of each program of others that helps */
	OQ_LIMIT_TOOL_CPU_S = 120,
};
