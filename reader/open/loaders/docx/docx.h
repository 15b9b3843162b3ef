/* docx.h - Office Open XML text (ECMA-376): Word, and what LibreOffice and pandoc write as such. */
#pragma once

#include "open/loader.h"

extern const OqLoader oq_loader_docx;
