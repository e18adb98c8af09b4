# Cross-building: lrelease and lupdate are the build machine's; Qt's own package for them would have to be built for the
# other system as well.
foreach(tool lrelease lupdate)
    find_program(MAIAM_HOST_${tool} ${tool} PATHS ${QT_HOST_PATH}/lib/qt6/bin ${QT_HOST_PATH}/bin NO_DEFAULT_PATH
        NO_CMAKE_FIND_ROOT_PATH REQUIRED)
    if(NOT TARGET Qt6::${tool})
        add_executable(Qt6::${tool} IMPORTED GLOBAL)
        set_target_properties(Qt6::${tool} PROPERTIES IMPORTED_LOCATION ${MAIAM_HOST_${tool}})
    endif()
endforeach()
