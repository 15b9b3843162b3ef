# Every source file of reader/ has its unit test, or stands here with the reason why not. Which tests
# have no source file is seen to when they are built.
include(${CMAKE_CURRENT_LIST_DIR}/lib/lint.cmake)

# "FILES: why": FILES is a regular expression of whole paths.
set(excepted
  "main[.]c: tests/cli runs the whole program"
  "cli/command_[a-z]+[.]c: tests/cli runs each verb"
  "cli/(inputs|call|listen|write)[.]c: they join the parts of a verb, tests/cli runs each verb"
  "cli/signals[.]c: needs a program that is interrupted, tests/cli/interrupted-*, e2e/interrupt"
  "share/describe.*[.]c: a tool of the build, tests/cli/completions-*, lint/commands"
  "reading/playback_thread[.]c: a part of the playback, and its test's"
  "speech/espeak/espeak[.]c: the calls of eSpeak NG alone, the test of engine_espeak"
  "text/repair/(capitals|glyphs|joins|scripts)[.]c: parts of clean, and its test's"
  "text/rules/entry[.]c: a part of the dictionary, and its test's"
)

find_sources(sources reader/*.c)
foreach(source IN LISTS sources)
  string(REGEX REPLACE "^reader/" "" path ${source})
  string(REGEX REPLACE "([^/]+)$" "test_\\1" test ${path})
  set(why "")
  foreach(line IN LISTS excepted)
    string(REGEX REPLACE ": .*" "" pattern "${line}")
    if(path MATCHES "^${pattern}$")
      set(why "${line}")
      set_property(GLOBAL PROPERTY "${line}" TRUE)
    endif()
  endforeach()
  if(EXISTS ${SOURCE}/tests/unit/${test})
    if(why)
      complain(tests/unit/${test} "is here after all, against tests/lint/units.cmake: ${why}")
    endif()
  elseif(NOT why)
    complain(${source} "has no tests/unit/${test}")
  endif()
endforeach()
foreach(line IN LISTS excepted)
  get_property(used GLOBAL PROPERTY "${line}")
  if(NOT used)
    complain(tests/lint/units.cmake "there is no such file: ${line}")
  endif()
endforeach()
verdict()
