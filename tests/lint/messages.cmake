# Every message of the program stands in every catalogue of reader/po, translated, and no other one.
include(${CMAKE_CURRENT_LIST_DIR}/lib/lint.cmake)

# What the catalogue lacks, ready to be appended to it and translated.
function(print_missing file)
  execute_process(WORKING_DIRECTORY ${SOURCE} OUTPUT_VARIABLE entries ERROR_QUIET
    COMMAND msgmerge --no-fuzzy-matching --no-location --no-wrap --output-file=- ${file} ${template}
    COMMAND msgattrib --untranslated --no-obsolete --no-wrap)
  string(FIND "${entries}" "\n\n" end_of_head)
  if(end_of_head GREATER -1)
    string(SUBSTRING "${entries}" ${end_of_head} -1 entries)
    message("to be appended to ${file}:${entries}")
  endif()
endfunction()

# What the catalogue has and no source says.
function(find_unused result file)
  execute_process(WORKING_DIRECTORY ${SOURCE} OUTPUT_VARIABLE entries ERROR_QUIET
    COMMAND msgmerge --no-fuzzy-matching --no-location --no-wrap --output-file=- ${file} ${template}
    COMMAND msgattrib --only-obsolete --no-wrap)
  string(REGEX MATCHALL "#~ msgid \"[^\n]+\"" unused "${entries}")
  set(${result} "${unused}" PARENT_SCOPE)
endfunction()

find_sources(files reader/*.c reader/*.h)
set(template ${BINARY}/lint-messages.pot)
execute_process(WORKING_DIRECTORY ${SOURCE} COMMAND_ERROR_IS_FATAL ANY
  COMMAND xgettext --language=C --from-code=UTF-8 --keyword=_ --keyword=N_ --keyword=C_:1c,2
    --keyword=ngettext:1,2 --keyword=g_dngettext:2,3 --output=${template} ${files})
# "%" G_GUINT64_FORMAT is put together behind xgettext's back: its translation would never be found.
file(STRINGS ${template} cut REGEX "[^%]%\"$")
if(cut)
  complain(${template} "a message must be one string, without a macro in it: ${cut}")
endif()
find_sources(catalogues reader/po/*.po)
foreach(file ${catalogues})
  execute_process(COMMAND msgfmt --check --output-file=${BINARY}/lint-messages.mo ${file}
    WORKING_DIRECTORY ${SOURCE} RESULT_VARIABLE malformed)
  execute_process(COMMAND msgcmp ${file} ${template}
    WORKING_DIRECTORY ${SOURCE} RESULT_VARIABLE incomplete)
  if(malformed OR incomplete)
    print_missing(${file})
    complain(${file} "messages are wrong, missing, fuzzy or not translated (see above)")
  endif()
  find_unused(unused ${file})
  if(unused)
    complain(${file} "no source says this any more: ${unused}")
  endif()
endforeach()
verdict()
