import BoardUI
