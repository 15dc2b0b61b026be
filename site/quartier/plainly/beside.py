"""placeholder"""
def stand_beside_forms(): pass
