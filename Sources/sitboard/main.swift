print("sitboard")
