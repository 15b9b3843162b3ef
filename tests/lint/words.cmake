# One thing has one word in all that is told in Kazakh: who looks for what was read elsewhere finds it.
include(${CMAKE_CURRENT_LIST_DIR}/lib/lint.cmake)

# "wrong: right", each a part of words
set(pairs
  "әдепкі: бастапқы" # by default
  "Әдепкі: Бастапқы"
  "конвейер: арна" # a pipe
  "Конвейер: Арна")

find_sources(files reader/po/kk.po reader/share/*.kk.1.scd reader/README.md voices/README.md tests/README.md)
foreach(file IN LISTS files ITEMS README.md INSTALL.md)
  read_lines(${file} lines)
  set(n 0)
  foreach(line IN LISTS lines)
    math(EXPR n "${n} + 1")
    foreach(pair IN LISTS pairs)
      string(REGEX REPLACE ": .*" "" wrong "${pair}")
      string(REGEX REPLACE ".*: " "" right "${pair}")
      if(line MATCHES "${wrong}")
        complain("${file}:${n}" "${wrong} is called ${right} everywhere else")
      endif()
    endforeach()
  endforeach()
endforeach()
verdict()
