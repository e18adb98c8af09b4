# The screen font (Noto Sans: every Vietnamese letter, the same widths on every PC) goes into the program, so that what
# fits on one system fits on the other. Nothing of it lies in the repository.
find_path(MAIAM_SANS_DIR NAMES NotoSans-Regular.ttf
    PATHS /usr/share/fonts/truetype/noto NO_DEFAULT_PATH NO_CMAKE_FIND_ROOT_PATH
    DOC "Folder with NotoSans-*.ttf (Debian: fonts-noto-core)")
if(NOT MAIAM_SANS_DIR)
    message(FATAL_ERROR "Noto Sans is missing (Debian: fonts-noto-core); scripts/install fetches it.")
endif()
qt_add_resources(maiam_ui maiam_screen_fonts PREFIX "/fonts" BASE ${MAIAM_SANS_DIR}
    FILES ${MAIAM_SANS_DIR}/NotoSans-Regular.ttf ${MAIAM_SANS_DIR}/NotoSans-Bold.ttf)
